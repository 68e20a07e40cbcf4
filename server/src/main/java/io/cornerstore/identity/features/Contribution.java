package io.cornerstore.identity.features;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one source record, or the current version of one item, says about its subject.
 *
 * @param item the thing this is the newest version of; absent for an event
 * @param at when it happened or was written, in milliseconds since 1970
 * @param record place of the record in the log
 * @param values in the order of the source; none when the item is gone or says nothing any more
 */
@Personal
public record Contribution(@Nullable UUID item, long at, long record, List<FieldValue> values) {

  public Contribution {
    values = List.copyOf(values);
  }

  /** The values of one field, in their order. */
  public Stream<String> values(PersonalField field) {
    return values.stream().filter(value -> value.field() == field).map(FieldValue::value);
  }

  /** The first value of the field, or an empty text. */
  public String first(PersonalField field) {
    return values(field).findFirst().orElse("");
  }

  boolean isNewerThan(Contribution other) {
    return at != other.at ? at > other.at : record > other.record;
  }

  @Override
  public String toString() {
    return "Contribution[" + record + ", •••]";
  }
}
