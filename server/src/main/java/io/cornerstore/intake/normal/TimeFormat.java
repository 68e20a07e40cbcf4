package io.cornerstore.intake.normal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times in given formats; without any, in the forms of ISO 8601 and as seconds or
 * milliseconds since 1970. Immutable.
 *
 * <p>A hand-written scanner reads patterns of digits and separators; the formatter of the JDK, ten
 * times slower, is asked for all others (month names, zones).
 */
public final class TimeFormat {

  private final List<DigitPattern> patterns = new ArrayList<>();
  private final List<DateTimeFormatter> formatters = new ArrayList<>();
  private final boolean iso;

  /**
   * Formats in the letters of {@link DateTimeFormatter}; none: ISO.
   *
   * @throws IllegalArgumentException for a format that is none
   */
  public TimeFormat(List<String> formats) {
    iso = formats.isEmpty();
    for (String format : formats) {
      DateTimeFormatter checked = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
      DigitPattern pattern = DigitPattern.of(format);
      if (pattern != null) {
        patterns.add(pattern);
      } else {
        formatters.add(checked);
      }
    }
  }

  /** The local date and time that is written; null when it is in none of the formats. */
  public @Nullable LocalDateTime local(String text) {
    for (DigitPattern pattern : iso ? DigitPattern.ISO : patterns) {
      LocalDateTime time = pattern.read(text);
      if (time != null) {
        return time;
      }
    }
    for (DateTimeFormatter formatter : formatters) {
      try {
        var parsed = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
        return parsed instanceof LocalDateTime time ? time : ((LocalDate) parsed).atStartOfDay();
      } catch (DateTimeException _) {
        // the next format may fit
      }
    }
    return null;
  }

  /** The moment that is written, local times in the given zone; null when it is none. */
  public @Nullable Instant instant(String text, ZoneId zone) {
    LocalDateTime local = local(text);
    if (local != null) {
      return local.atZone(zone).toInstant();
    }
    for (DateTimeFormatter formatter : formatters) {
      try {
        return OffsetDateTime.parse(text, formatter).toInstant();
      } catch (DateTimeException _) {
        // the next format may fit
      }
    }
    return iso ? withOffset(text) : null;
  }

  private static @Nullable Instant withOffset(String text) {
    int length = text.length();
    if ((length == 10 || length == 13) && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      long number = Long.parseLong(text);
      return length == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
    if (length < 17) {
      return null;
    }
    try {
      int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
      if (text.endsWith("Z") || text.endsWith("z")) {
        LocalDateTime local = DigitPattern.iso(text.substring(0, length - 1).strip());
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
      }
      if (sign < 13) {
        return null;
      }
      LocalDateTime local = DigitPattern.iso(text.substring(0, sign).strip());
      return local == null ? null : local.toInstant(ZoneOffset.of(text.substring(sign)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
