package io.cornerstore.intake.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole name taken apart by simple rules: titles in front, suffixes behind, {@code Family,
 * Given}, particles that belong to the family name, the last word otherwise. One word is a given
 * name.
 */
record WholeName(
    @Nullable String prefix,
    @Nullable String given,
    @Nullable String additional,
    @Nullable String family,
    @Nullable String suffix) {

  private static final Set<String> PREFIXES =
      Set.of(
          "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lady", "rev", "herr", "frau", "hr",
          "fr", "dra", "drs", "ir", "bapak", "ibu", "sr", "sra", "mme", "mlle", "m");
  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "junior", "senior", "ii", "iii", "iv", "phd", "md", "esq", "obe", "mbe");
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le",
          "bin", "binti", "al", "el", "ter", "ten", "zu", "zur", "vom", "st", "y");

  static WholeName of(String name) {
    List<String> words = new ArrayList<>();
    int comma = name.indexOf(',');
    List<String> suffixes = new ArrayList<>();
    if (comma > 0 && !isSuffix(name.substring(comma + 1).strip())) {
      words.addAll(words(name.substring(comma + 1)));
      int given = words.size();
      words.addAll(words(name.substring(0, comma)));
      return build(words, given, suffixes);
    }
    words.addAll(words(comma > 0 ? name.replace(',', ' ') : name));
    return build(words, -1, suffixes);
  }

  private static WholeName build(List<String> words, int givenWords, List<String> suffixes) {
    String prefix = null;
    int familyFrom = givenWords;
    while (words.size() > 1 && PREFIXES.contains(PlainText.folded(words.getFirst()))) {
      String title = words.removeFirst();
      prefix = prefix == null ? title : prefix + " " + title;
      familyFrom--;
    }
    while (words.size() > 2 && isSuffix(words.getLast())) {
      suffixes.addFirst(words.removeLast());
    }
    String suffix = suffixes.isEmpty() ? null : String.join(" ", suffixes);
    if (words.isEmpty()) {
      return new WholeName(prefix, null, null, null, suffix);
    }
    if (words.size() == 1) {
      return new WholeName(prefix, words.getFirst(), null, null, suffix);
    }
    if (familyFrom <= 0 || familyFrom >= words.size()) {
      familyFrom = words.size() - 1;
      while (familyFrom > 1 && PARTICLES.contains(PlainText.folded(words.get(familyFrom - 1)))) {
        familyFrom--;
      }
    }
    String additional = familyFrom > 1 ? String.join(" ", words.subList(1, familyFrom)) : null;
    return new WholeName(
        prefix,
        words.getFirst(),
        additional,
        String.join(" ", words.subList(familyFrom, words.size())),
        suffix);
  }

  private static boolean isSuffix(String word) {
    return SUFFIXES.contains(PlainText.folded(word));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" +"));
  }
}
