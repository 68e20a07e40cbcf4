package io.cornerstore.identity.features;

import io.cornerstore.kernel.PersonalField;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Features as bytes, to be sealed.
 *
 * <p>Form: 1 byte version (1); number of contributions; for each: 1 byte (1 = has an item), 16
 * bytes item if any, time, record, number of values; for each value 1 byte field (ordinal), length
 * and UTF-8 bytes. All numbers are unsigned LEB128; the time is zig-zag coded before.
 */
public final class FeatureCodec {

  private static final int VERSION = 1;
  private static final PersonalField[] FIELDS = PersonalField.values();

  private FeatureCodec() {}

  /** The bytes of these features. */
  public static byte[] encode(SubjectFeatures features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    out.write(VERSION);
    writeNumber(out, features.contributions().size());
    for (Contribution contribution : features.contributions()) {
      UUID item = contribution.item();
      out.write(item == null ? 0 : 1);
      if (item != null) {
        writeFixed(out, item.getMostSignificantBits());
        writeFixed(out, item.getLeastSignificantBits());
      }
      writeNumber(out, (contribution.at() << 1) ^ (contribution.at() >> 63));
      writeNumber(out, contribution.record());
      writeNumber(out, contribution.values().size());
      for (FieldValue value : contribution.values()) {
        byte[] text = value.value().getBytes(StandardCharsets.UTF_8);
        out.write(value.field().ordinal());
        writeNumber(out, text.length);
        out.write(text, 0, text.length);
      }
    }
    return out.toByteArray();
  }

  /** The features of these bytes; throws IllegalArgumentException for an unknown form. */
  public static SubjectFeatures decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.get() != VERSION) {
      throw new IllegalArgumentException("features of an unknown version");
    }
    int count = (int) readNumber(in);
    List<Contribution> contributions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      UUID item = in.get() == 0 ? null : new UUID(in.getLong(), in.getLong());
      long at = readNumber(in);
      long record = readNumber(in);
      int values = (int) readNumber(in);
      List<FieldValue> read = new ArrayList<>(values);
      for (int v = 0; v < values; v++) {
        PersonalField field = FIELDS[in.get()];
        int length = (int) readNumber(in);
        read.add(
            new FieldValue(
                field, new String(bytes, in.position(), length, StandardCharsets.UTF_8)));
        in.position(in.position() + length);
      }
      contributions.add(new Contribution(item, (at >>> 1) ^ -(at & 1), record, read));
    }
    return new SubjectFeatures(contributions);
  }

  private static void writeFixed(ByteArrayOutputStream out, long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  private static void writeNumber(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long readNumber(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
