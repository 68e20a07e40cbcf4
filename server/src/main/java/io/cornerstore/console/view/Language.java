package io.cornerstore.console.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language the console speaks; one file of messages each. */
public enum Language {
  /** English with British spelling, dates and numbers. */
  ENGLISH("en", Locale.UK, "English", "d MMM yyyy, H:mm", "H:mm"),
  /** Indonesian. */
  INDONESIAN("id", Locale.of("id", "ID"), "Bahasa Indonesia", "d MMM yyyy, HH.mm", "HH.mm");

  private final String code;
  private final Locale locale;
  private final String ownName;
  private final String momentPattern;
  private final String clockPattern;

  Language(String code, Locale locale, String ownName, String momentPattern, String clockPattern) {
    this.code = code;
    this.locale = locale;
    this.ownName = ownName;
    this.momentPattern = momentPattern;
    this.clockPattern = clockPattern;
  }

  /** The tag of HTML's {@code lang} (BCP 47). */
  public String code() {
    return code;
  }

  /** What it calls itself. */
  public String ownName() {
    return ownName;
  }

  Locale locale() {
    return locale;
  }

  String momentPattern() {
    return momentPattern;
  }

  String clockPattern() {
    return clockPattern;
  }

  /** The language of that tag, if the console speaks it. */
  public static Optional<Language> findByCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }

  /** The first of these ranges (RFC 4647, lookup) that the console speaks, or else English. */
  public static Language lookup(List<Locale.LanguageRange> wanted) {
    List<Locale> spoken = Arrays.stream(values()).map(language -> language.locale).toList();
    for (Locale.LanguageRange range : wanted) {
      Locale primary = Locale.forLanguageTag(range.getRange().replaceFirst("-.*", ""));
      for (int i = 0; i < spoken.size(); i++) {
        if (range.getWeight() > 0 && spoken.get(i).getLanguage().equals(primary.getLanguage())) {
          return values()[i];
        }
      }
    }
    return ENGLISH;
  }
}
