package io.cornerstore.intake.log;

import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a source document before sealing: a version byte, then flags, varints and UTF-8
 * texts. Old versions stay readable; fields and types are written by their stored order.
 */
public final class DocumentCodec {

  private static final int VERSION = 1;
  private static final int HAS_KEY = 1;
  private static final int HAS_INTERACTION = 2;
  private static final int HAS_EXTRA = 4;
  private static final int SAME_TEXT = 8;
  private static final PersonalField[] FIELDS = PersonalField.values();
  private static final Quality[] QUALITIES = Quality.values();
  private static final InteractionType[] TYPES = InteractionType.values();

  private DocumentCodec() {}

  /** The document as bytes. */
  public static byte[] encode(SourceDocument document) {
    Bytes out = new Bytes(256);
    out.putByte(VERSION);
    Interaction interaction = document.interaction();
    String key = document.subjectKey();
    out.putByte(
        (key == null ? 0 : HAS_KEY)
            | (interaction == null ? 0 : HAS_INTERACTION)
            | (document.extra().isEmpty() ? 0 : HAS_EXTRA));
    if (key != null) {
      out.putText(key);
    }
    out.putVarint(document.values().size());
    for (PersonalValue value : document.values()) {
      boolean same = value.value().equals(value.asReceived());
      out.putByte(value.field().ordinal());
      out.putByte(value.quality().ordinal() | (same ? SAME_TEXT : 0));
      out.putText(value.value());
      if (!same) {
        out.putText(value.asReceived());
      }
    }
    if (interaction != null) {
      putInteraction(out, interaction);
    }
    if (!document.extra().isEmpty()) {
      out.putVarint(document.extra().size());
      document
          .extra()
          .forEach((name, text) -> {
            out.putText(name);
            out.putText(text);
          });
    }
    return out.copy();
  }

  /** The document of these bytes; throws IllegalArgumentException for any others. */
  public static SourceDocument decode(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      int version = in.get();
      if (version != VERSION) {
        throw new IllegalArgumentException("a document of version " + version);
      }
      int flags = in.get();
      String key = (flags & HAS_KEY) != 0 ? Bytes.text(in) : null;
      int count = Math.toIntExact(Bytes.varint(in));
      List<PersonalValue> values = new ArrayList<>(Math.min(count, 64));
      for (int i = 0; i < count; i++) {
        values.add(value(in));
      }
      Interaction interaction = (flags & HAS_INTERACTION) != 0 ? interaction(in) : null;
      Map<String, String> extra = Map.of();
      if ((flags & HAS_EXTRA) != 0) {
        extra = new LinkedHashMap<>();
        for (long n = Bytes.varint(in); n > 0; n--) {
          extra.put(Bytes.text(in), Bytes.text(in));
        }
      }
      return new SourceDocument(key, values, interaction, extra);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a document that breaks off", e);
    }
  }

  private static PersonalValue value(ByteBuffer in) {
    PersonalField field = FIELDS[in.get()];
    int flags = in.get();
    String value = Bytes.text(in);
    String received = (flags & SAME_TEXT) != 0 ? value : Bytes.text(in);
    return new PersonalValue(field, value, received, QUALITIES[flags & 3]);
  }

  private static void putInteraction(Bytes out, Interaction interaction) {
    out.putByte(interaction.type().ordinal());
    @Nullable String[] texts = {
      interaction.order(),
      interaction.refersTo(),
      interaction.store(),
      interaction.topic(),
      interaction.note(),
      interaction.status(),
      interaction.tracking()
    };
    putTexts(out, texts);
    out.putByte((interaction.amount() == null ? 0 : 1) | (interaction.points() == null ? 0 : 2));
    putMoney(out, interaction.amount());
    if (interaction.points() != null) {
      out.putSigned(interaction.points());
    }
    out.putVarint(interaction.lines().size());
    for (OrderLine line : interaction.lines()) {
      putTexts(out, line.sku(), line.name(), line.category(), line.maker());
      out.putByte(
          (line.unitPrice() == null ? 0 : 1)
              | (line.amount() == null ? 0 : 2)
              | (line.product() ? 4 : 0));
      putMoney(out, line.unitPrice());
      putMoney(out, line.amount());
      putDecimal(out, line.quantity());
    }
  }

  private static Interaction interaction(ByteBuffer in) {
    InteractionType type = TYPES[in.get()];
    @Nullable String[] texts = texts(in, 7);
    int flags = in.get();
    Money amount = (flags & 1) != 0 ? money(in) : null;
    Long points = (flags & 2) != 0 ? (Long) Bytes.signed(in) : null;
    int count = Math.toIntExact(Bytes.varint(in));
    List<OrderLine> lines = new ArrayList<>(Math.min(count, 64));
    for (int i = 0; i < count; i++) {
      lines.add(line(in));
    }
    return new Interaction(
        type, texts[0], texts[1], texts[2], amount, texts[3], texts[4], texts[5], texts[6], points,
        lines);
  }

  private static OrderLine line(ByteBuffer in) {
    @Nullable String[] texts = texts(in, 4);
    int flags = in.get();
    Money unitPrice = (flags & 1) != 0 ? money(in) : null;
    Money amount = (flags & 2) != 0 ? money(in) : null;
    BigDecimal quantity = decimal(in);
    return new OrderLine(
        texts[0], texts[1], quantity, unitPrice, amount, texts[2], texts[3], (flags & 4) != 0);
  }

  private static void putTexts(Bytes out, @Nullable String... texts) {
    int present = 0;
    for (int i = 0; i < texts.length; i++) {
      present |= texts[i] == null ? 0 : 1 << i;
    }
    out.putByte(present);
    for (String text : texts) {
      if (text != null) {
        out.putText(text);
      }
    }
  }

  private static @Nullable String[] texts(ByteBuffer in, int count) {
    int present = in.get();
    @Nullable String[] texts = new @Nullable String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = (present & (1 << i)) != 0 ? Bytes.text(in) : null;
    }
    return texts;
  }

  private static void putMoney(Bytes out, @Nullable Money money) {
    if (money != null) {
      out.putSigned(money.minorUnits());
      for (int i = 0; i < 3; i++) {
        out.putByte(money.currency().charAt(i));
      }
    }
  }

  private static Money money(ByteBuffer in) {
    long minorUnits = Bytes.signed(in);
    char[] code = {(char) in.get(), (char) in.get(), (char) in.get()};
    return new Money(minorUnits, new String(code));
  }

  private static void putDecimal(Bytes out, BigDecimal number) {
    out.putSigned(number.scale());
    byte[] unscaled = number.unscaledValue().toByteArray();
    out.putVarint(unscaled.length);
    out.putBytes(unscaled);
  }

  private static BigDecimal decimal(ByteBuffer in) {
    int scale = Math.toIntExact(Bytes.signed(in));
    int length = Math.toIntExact(Bytes.varint(in));
    if (length > in.remaining()) {
      throw new IllegalArgumentException("a number longer than its document");
    }
    byte[] unscaled = new byte[length];
    in.get(unscaled);
    return new BigDecimal(new BigInteger(unscaled), scale);
  }
}
