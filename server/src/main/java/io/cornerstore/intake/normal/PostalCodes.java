package io.cornerstore.intake.normal;

import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.kernel.PersonalField;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Postcodes in upper case with the spacing of their country (Universal Postal Union). */
final class PostalCodes {

  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          Map.entry("GB", Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}")),
          Map.entry("US", Pattern.compile("[0-9]{5}(-[0-9]{4})?")),
          Map.entry("CA", Pattern.compile("[A-Z][0-9][A-Z] [0-9][A-Z][0-9]")),
          Map.entry("NL", Pattern.compile("[1-9][0-9]{3} [A-Z]{2}")),
          Map.entry("DE", Pattern.compile("[0-9]{5}")),
          Map.entry("FR", Pattern.compile("[0-9]{5}")),
          Map.entry("ES", Pattern.compile("[0-9]{5}")),
          Map.entry("IT", Pattern.compile("[0-9]{5}")),
          Map.entry("ID", Pattern.compile("[0-9]{5}")),
          Map.entry("AU", Pattern.compile("[0-9]{4}")),
          Map.entry("AT", Pattern.compile("[0-9]{4}")),
          Map.entry("CH", Pattern.compile("[0-9]{4}")),
          Map.entry("BE", Pattern.compile("[0-9]{4}")));

  PersonalValue read(String text, String received, @Nullable String country) {
    String code = normal(text, country);
    Pattern form = country == null ? null : FORMS.get(country);
    Quality quality =
        form == null
            ? Quality.UNCHECKED
            : form.matcher(code).matches() ? Quality.VALID : Quality.DOUBTFUL;
    return new PersonalValue(PersonalField.POSTAL_CODE, code, received, quality);
  }

  private static String normal(String text, @Nullable String country) {
    String code = text.toUpperCase(Locale.ROOT);
    if (country == null) {
      return code;
    }
    return switch (country) {
      case "GB", "CA" -> spaced(code, 3);
      case "NL" -> spaced(code, 2);
      case "US" -> {
        String digits = code.replace("-", "").replace(" ", "");
        yield digits.length() == 9 ? digits.substring(0, 5) + "-" + digits.substring(5) : code;
      }
      default -> code;
    };
  }

  private static String spaced(String code, int tail) {
    String joined = code.replace(" ", "").replace("-", "");
    int cut = joined.length() - tail;
    return cut < 2 ? code : joined.substring(0, cut) + " " + joined.substring(cut);
  }
}
