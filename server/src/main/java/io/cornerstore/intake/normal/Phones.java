package io.cornerstore.intake.normal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.cornerstore.intake.Quality;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers in E.164 (ITU-T E.164), by libphonenumber. Thread-safe.
 *
 * <p>Parsing costs about 10 µs, and feeds repeat the same few numbers of a customer, so the last
 * results stay in a small direct-mapped table: a lost race there costs a second parse, nothing
 * else.
 */
public final class Phones {

  private static final int SLOTS = 1 << 12;
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private final AtomicReferenceArray<@Nullable Known> recent = new AtomicReferenceArray<>(SLOTS);

  /**
   * The number in E.164.
   *
   * @param country where it is dialled when it has no country code, ISO 3166-1 alpha-2
   * @return VALID when a numbering plan knows it, UNCHECKED when only its length fits, DOUBTFUL
   *     with the text itself otherwise
   */
  public Result read(String text, @Nullable String country) {
    String region = country == null ? "ZZ" : country;
    int slot = ((text.hashCode() * 31 + region.hashCode()) * 0x9E3779B9) >>> 20;
    Known known = recent.get(slot);
    if (known != null && known.text.equals(text) && known.region.equals(region)) {
      return known.result;
    }
    Result result = parse(text, region);
    recent.set(slot, new Known(text, region, result));
    return result;
  }

  private static Result parse(String text, String region) {
    try {
      PhoneNumber number = LIBRARY.parse(international(text), region);
      ValidationResult possible = LIBRARY.isPossibleNumberWithReason(number);
      if (possible != ValidationResult.IS_POSSIBLE) {
        return new Result(text, Quality.DOUBTFUL);
      }
      String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
      return new Result(e164, LIBRARY.isValidNumber(number) ? Quality.VALID : Quality.UNCHECKED);
    } catch (NumberParseException e) {
      return new Result(text, Quality.DOUBTFUL);
    }
  }

  /** {@code 0049…} and {@code 1 (11) …} are written like {@code +49…} and {@code 011…}. */
  private static String international(String text) {
    if (text.startsWith("00") && text.length() > 9) {
      return "+" + text.substring(2);
    }
    return text.startsWith("1 (11) ") ? "+1" + text.substring(7) : text;
  }

  /** A number and what is known of it. */
  public record Result(String value, Quality quality) {
    @Override
    public String toString() {
      return "Phone[•••]";
    }
  }

  private record Known(String text, String region, Result result) {}
}
