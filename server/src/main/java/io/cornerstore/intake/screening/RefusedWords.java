package io.cornerstore.intake.screening;

import io.cornerstore.intake.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases that free text about a customer may not hold: what reveals health, religion,
 * ethnicity, politics (special categories of GDPR, Article 9) and the like, and abuse. A list finds
 * words, not meanings: it makes somebody think again, it does not judge. Immutable.
 *
 * <p>Form of a list: a line {@code [kind]}, then a word or phrase a line; a star at its end stands
 * for any ending, a minus before it takes it off the list, {@code #} begins a remark. Capitals and
 * accents do not matter. Cost: one look-up a word of the text, and one for each longer phrase that
 * begins with it.
 */
public final class RefusedWords {

  private static final String STANDARD = "refused-words.txt";
  private static final int SHORTEST_STEM = 3;

  /* By first word, or by the stem before a star: the phrases that begin so, as folded words. */
  private final Map<String, List<Phrase>> byFirst;
  private final Map<String, List<Phrase>> byStem;

  private record Phrase(String kind, List<String> words, boolean open) {}

  private record Word(String folded, int start, int end) {}

  private RefusedWords(List<Phrase> phrases) {
    byFirst = new HashMap<>();
    byStem = new HashMap<>();
    for (Phrase phrase : phrases) {
      boolean stem = phrase.open && phrase.words.size() == 1;
      (stem ? byStem : byFirst)
          .computeIfAbsent(phrase.words.getFirst(), _ -> new ArrayList<>(1))
          .add(phrase);
    }
  }

  /** The product's list, in English and Indonesian, and what another file adds or takes off. */
  public static RefusedWords standardAnd(@Nullable Path more) {
    Map<List<String>, Phrase> phrases = new HashMap<>();
    try (InputStream list =
            Objects.requireNonNull(RefusedWords.class.getResourceAsStream(STANDARD));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      read(lines.lines(), STANDARD, phrases);
      if (more != null) {
        try (Stream<String> own = Files.lines(more, StandardCharsets.UTF_8)) {
          read(own, more.getFileName().toString(), phrases);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of refused words cannot be read", e);
    }
    return new RefusedWords(List.copyOf(phrases.values()));
  }

  private static void read(Stream<String> lines, String name, Map<List<String>, Phrase> phrases) {
    String kind = null;
    for (String line : (Iterable<String>) lines.map(String::strip)::iterator) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        kind = line.substring(1, line.length() - 1).strip();
        continue;
      }
      boolean off = line.startsWith("-");
      boolean open = line.endsWith("*");
      List<String> words =
          words(line.substring(off ? 1 : 0, line.length() - (open ? 1 : 0))).stream()
              .map(Word::folded)
              .toList();
      if (words.isEmpty() || (kind == null && !off)) {
        throw new IllegalArgumentException(
            "the list %s has a line without %s. Maybe begin with a line such as [health]?"
                .formatted(name, words.isEmpty() ? "words" : "a kind before it"));
      }
      if (off) {
        phrases.remove(words);
      } else if (kind != null) {
        phrases.put(words, new Phrase(kind, words, open));
      }
    }
  }

  /** What may not be kept, in the order of the text; where phrases overlap the longest. */
  public List<Refused> find(String text) {
    List<Word> words = words(text);
    List<Refused> found = new ArrayList<>(0);
    for (int at = 0; at < words.size(); ) {
      Phrase longest = longestAt(words, at);
      if (longest == null) {
        at++;
        continue;
      }
      int last = at + longest.words.size() - 1;
      found.add(new Refused(longest.kind, words.get(at).start, words.get(last).end));
      at = last + 1;
    }
    return found;
  }

  private @Nullable Phrase longestAt(List<Word> words, int at) {
    String first = words.get(at).folded;
    Phrase longest = null;
    for (Phrase phrase : byFirst.getOrDefault(first, List.of())) {
      if ((longest == null || phrase.words.size() > longest.words.size())
          && matches(phrase, words, at)) {
        longest = phrase;
      }
    }
    for (int end = first.length(); longest == null && end >= SHORTEST_STEM; end--) {
      List<Phrase> stems = byStem.get(first.substring(0, end));
      longest = stems == null ? null : stems.getFirst();
    }
    return longest;
  }

  private static boolean matches(Phrase phrase, List<Word> words, int at) {
    int count = phrase.words.size();
    if (at + count > words.size()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      String wanted = phrase.words.get(i);
      String there = words.get(at + i).folded;
      boolean last = i == count - 1;
      boolean fits = (last && phrase.open) ? there.startsWith(wanted) : there.equals(wanted);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isPart(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(new Word(folded(text.substring(start, at)), start, at));
      } else {
        at++;
      }
    }
    return words;
  }

  /* A mark that combines with the letter before it belongs to the word. */
  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String folded(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(plain.length());
    plain
        .chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> letters.append((char) c));
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
