package io.cornerstore.intake.normal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Countries by ISO 3166-1 code (two or three letters) or by name, in English and in the languages
 * spoken there. Names are from the locale data of the JDK (Unicode CLDR).
 */
public final class Countries {

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "hu", "el",
          "tr", "id", "ms", "ru", "uk", "ja", "zh", "ko", "ar");
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("uk", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("northern ireland", "GB"),
          Map.entry("usa", "US"),
          Map.entry("united states of america", "US"),
          Map.entry("america", "US"),
          Map.entry("eire", "IE"),
          Map.entry("republic of ireland", "IE"),
          Map.entry("rsa", "ZA"),
          Map.entry("holland", "NL"),
          Map.entry("the netherlands", "NL"),
          Map.entry("czech republic", "CZ"),
          Map.entry("uae", "AE"),
          Map.entry("south korea", "KR"),
          Map.entry("korea", "KR"),
          Map.entry("russian federation", "RU"),
          Map.entry("viet nam", "VN"),
          Map.entry("turkey", "TR"),
          Map.entry("hong kong", "HK"),
          Map.entry("macedonia", "MK"));

  private Countries() {}

  /** Whether this is a two-letter code, in upper case. */
  public static boolean isCode(String code) {
    return CODES.contains(code);
  }

  /** The two-letter code of a code or name. */
  public static Optional<String> find(String text) {
    if (text.length() == 2) {
      String code = text.toUpperCase(Locale.ROOT);
      if (CODES.contains(code)) {
        return Optional.of(code);
      }
    }
    return Optional.ofNullable(Names.BY_NAME.get(PlainText.folded(text)));
  }

  /** Filled when the first name is met: most feeds write codes. */
  private static final class Names {
    static final Map<String, String> BY_NAME = collect();

    private static Map<String, String> collect() {
      Map<String, String> names = new HashMap<>();
      for (String code : CODES) {
        Locale country = Locale.of("", code);
        for (String language : LANGUAGES) {
          String name = country.getDisplayCountry(Locale.of(language));
          names.putIfAbsent(PlainText.folded(name), code);
        }
        names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      }
      for (String code : CODES) {
        names.put(PlainText.folded(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
      }
      names.putAll(ALIASES);
      return Map.copyOf(names);
    }
  }
}
