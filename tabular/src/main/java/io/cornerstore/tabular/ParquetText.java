package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import java.util.Base64;
import java.util.UUID;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.BsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a Parquet column read as text: numbers in plain decimal notation, dates and
 * times as ISO 8601. Timestamps that are instants end in Z; local ones, and the old INT96 whose
 * zone is not written down, have no zone. Bytes that are no text are Base64.
 */
final class ParquetText {
  private static final long DAY_NANOS = Duration.ofDays(1).toNanos();
  private static final double EXACT_INTEGERS = 0x1p53;

  private final PrimitiveTypeName stored;
  private final @Nullable LogicalTypeAnnotation meaning;

  ParquetText(PrimitiveType type) {
    this.stored = type.getPrimitiveTypeName();
    this.meaning = type.getLogicalTypeAnnotation();
  }

  /** Whether the values are numbers or truth values in JSON; not so NaN and the infinities. */
  boolean isJsonLiteral() {
    return switch (stored) {
      case BOOLEAN, FLOAT, DOUBLE -> true;
      case INT32, INT64 ->
          meaning == null
              || meaning instanceof IntLogicalTypeAnnotation
              || meaning instanceof DecimalLogicalTypeAnnotation;
      case BINARY, FIXED_LEN_BYTE_ARRAY -> meaning instanceof DecimalLogicalTypeAnnotation;
      case INT96 -> false;
    };
  }

  String of(int value) {
    return switch (meaning) {
      case DateLogicalTypeAnnotation date -> LocalDate.ofEpochDay(value).toString();
      case IntLogicalTypeAnnotation number when !number.isSigned() ->
          Integer.toUnsignedString(value);
      case null, default -> of((long) value);
    };
  }

  String of(long value) {
    return switch (meaning) {
      case DecimalLogicalTypeAnnotation decimal ->
          BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
      case IntLogicalTypeAnnotation number when !number.isSigned() -> Long.toUnsignedString(value);
      case TimeLogicalTypeAnnotation time ->
          ISO_LOCAL_TIME.format(
              LocalTime.ofNanoOfDay(
                  Math.floorMod(value, DAY_NANOS / nanos(time.getUnit())) * nanos(time.getUnit())));
      case TimestampLogicalTypeAnnotation timestamp -> {
        Instant instant = instant(value, timestamp.getUnit());
        yield timestamp.isAdjustedToUTC()
            ? instant.toString()
            : ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      }
      case null, default -> Long.toString(value);
    };
  }

  private static long nanos(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000_000;
      case MICROS -> 1_000;
      case NANOS -> 1;
    };
  }

  private static Instant instant(long value, TimeUnit unit) {
    long perSecond = 1_000_000_000 / nanos(unit);
    return Instant.ofEpochSecond(
        Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * nanos(unit));
  }

  String of(boolean value) {
    return Boolean.toString(value);
  }

  String of(float value) {
    return plain(value, Float.toString(value));
  }

  String of(double value) {
    return plain(value, Double.toString(value));
  }

  /** Whole numbers lose their ".0": keys become floating point wherever one of them is missing. */
  private static String plain(double value, String shortest) {
    if (!Double.isFinite(value)) {
      return shortest;
    }
    boolean whole = Math.rint(value) == value && Math.abs(value) < EXACT_INTEGERS;
    return whole
        ? Long.toString((long) value)
        : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
  }

  /** The text of bytes, null if they should be text and are not UTF-8. */
  @Nullable String of(byte[] bytes) {
    if (stored == PrimitiveTypeName.INT96) {
      return int96(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }
    return switch (meaning) {
      case DecimalLogicalTypeAnnotation decimal ->
          new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString();
      case UUIDLogicalTypeAnnotation uuid -> uuid(ByteBuffer.wrap(bytes));
      case Float16LogicalTypeAnnotation half ->
          of(
              Float.float16ToFloat(
                  ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort()));
      case IntervalLogicalTypeAnnotation interval ->
          interval(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
      case BsonLogicalTypeAnnotation bson -> Base64.getEncoder().encodeToString(bytes);
      case null ->
          isText(bytes) ? new String(bytes, UTF_8) : Base64.getEncoder().encodeToString(bytes);
      default -> Utf8.isWellFormed(bytes, 0, bytes.length) ? new String(bytes, UTF_8) : null;
    };
  }

  /** Old writers left texts without a mark: take variable-length UTF-8 for text. */
  private boolean isText(byte[] bytes) {
    return stored == PrimitiveTypeName.BINARY && Utf8.isWellFormed(bytes, 0, bytes.length);
  }

  private static String int96(ByteBuffer bytes) {
    long nanoOfDay = bytes.getLong();
    LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, bytes.getInt());
    return ISO_LOCAL_DATE_TIME.format(day.atStartOfDay().plusNanos(nanoOfDay));
  }

  private static String uuid(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private static String interval(ByteBuffer bytes) {
    Period period = Period.of(0, bytes.getInt(), bytes.getInt());
    Duration time = Duration.ofMillis(Integer.toUnsignedLong(bytes.getInt()));
    return time.isZero()
        ? period.toString()
        : (period.isZero() ? "P" : period.toString()) + time.toString().substring(1);
  }
}
