package io.cornerstore.intake.normal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Languages as BCP 47 tags, from tags ({@code en_GB}) or names in English and their own tongue. */
final class Languages {

  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

  private Languages() {}

  static Optional<String> find(String text) {
    Locale tag = Locale.forLanguageTag(text.replace('_', '-'));
    if (CODES.contains(tag.getLanguage())) {
      return Optional.of(tag.toLanguageTag());
    }
    return Optional.ofNullable(Names.BY_NAME.get(PlainText.folded(text)));
  }

  private static final class Names {
    static final Map<String, String> BY_NAME = collect();

    private static Map<String, String> collect() {
      Map<String, String> names = new HashMap<>();
      for (String code : CODES) {
        Locale language = Locale.of(code);
        names.putIfAbsent(PlainText.folded(language.getDisplayLanguage(language)), code);
        names.put(PlainText.folded(language.getDisplayLanguage(Locale.ENGLISH)), code);
      }
      return Map.copyOf(names);
    }
  }
}
