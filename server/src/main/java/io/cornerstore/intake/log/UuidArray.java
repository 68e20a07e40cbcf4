package io.cornerstore.intake.log;

import java.util.Collection;
import java.util.UUID;

/** UUIDs as one PostgreSQL array literal, for {@code cast(:ids as uuid[])}. */
final class UuidArray {

  private UuidArray() {}

  static String of(Collection<UUID> ids) {
    StringBuilder text = new StringBuilder(ids.size() * 37 + 2).append('{');
    for (UUID id : ids) {
      if (text.length() > 1) {
        text.append(',');
      }
      text.append(id);
    }
    return text.append('}').toString();
  }
}
