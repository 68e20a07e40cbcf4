package io.cornerstore.profile.history;

import io.cornerstore.kernel.SourceRecordId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Place in a timeline: the last entry that was given. As text it is opaque to clients. */
public record Cursor(Instant at, SourceRecordId id) {

  /** Reads {@link #text}; throws IllegalArgumentException for anything else. */
  public static Cursor parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      Cursor cursor =
          new Cursor(
              Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()),
              new SourceRecordId(bytes.getLong()));
      if (bytes.hasRemaining()) {
        throw new IllegalArgumentException("the cursor is too long");
      }
      return cursor;
    } catch (BufferUnderflowException | DateTimeException e) {
      throw new IllegalArgumentException("not a cursor of a timeline", e);
    }
  }

  /** 27 characters that need no escaping in a URL. */
  public String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(20)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .putLong(id.value());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Whether an entry comes after this one, newest first. */
  boolean precedes(Instant otherAt, SourceRecordId other) {
    int byTime = otherAt.compareTo(at);
    return byTime < 0 || (byTime == 0 && other.compareTo(id) < 0);
  }
}
