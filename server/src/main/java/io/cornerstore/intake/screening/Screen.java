package io.cornerstore.intake.screening;

import io.cornerstore.intake.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;

/**
 * Finds payment cards and national ids in the text of one field and masks them. Thread-safe.
 *
 * <p>Evidence adds up: a pattern .3, usual grouping .2, a right check digit .3, a telling word
 * within five words .3, and a field or word that says it is something else (order, parcel, IMEI)
 * takes .4 away. From .8 the value is blocked; from .5 it is masked and a person is asked.
 *
 * <p>Most texts have too few digits to hold any of these; they cost one pass over their characters.
 */
public final class Screen {

  static final double PATTERN = 0.3;
  static final double GROUPING = 0.2;
  static final double CHECKSUM = 0.3;
  static final double CONTEXT = 0.3;
  static final double LOOKALIKE = -0.4;

  private static final double BLOCK = 0.8 - 1e-9;
  private static final double ASK = 0.5 - 1e-9;
  private static final int FEWEST_DIGITS = 6;
  private static final int FEWEST_IN_A_NUMBER = 9;
  private static final Pattern IBAN =
      Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");

  private final FieldWords field;

  private Screen(FieldWords field) {
    this.field = field;
  }

  /** For the field or column of that name. */
  public static Screen of(String fieldName, FieldType type) {
    return new Screen(FieldWords.of(fieldName, type));
  }

  /** Screens for names that come with each event; remembers a bounded number of them. */
  public static final class ByName {
    private static final int MOST = 2048;
    private final ConcurrentHashMap<String, Screen> screens = new ConcurrentHashMap<>();

    /** The screen of that field. */
    public Screen of(String fieldName, FieldType type) {
      String key = type.name() + fieldName;
      Screen known = screens.get(key);
      if (known == null) {
        known = Screen.of(fieldName, type);
        if (screens.size() < MOST) {
          screens.put(key, known);
        }
      }
      return known;
    }
  }

  /** The text with masks in it; null when there is nothing to find, which is the usual answer. */
  public @Nullable Screened screen(String text) {
    int digits = 0;
    boolean foreign = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c > 0x65F && Character.isDigit(c))) {
        digits++;
        foreign |= c > '9';
      }
    }
    return digits < FEWEST_DIGITS ? null : search(text, foreign ? latinDigits(text) : text, digits);
  }

  /** The stretches that would be masked, in the order of the text. */
  public List<Refused> refused(String text) {
    if (screen(text) == null) {
      return List.of();
    }
    return best(candidates(latinDigits(text), FEWEST_IN_A_NUMBER)).stream()
        .map(hit -> new Refused(hit.kind(), hit.start(), hit.end()))
        .toList();
  }

  private @Nullable Screened search(String text, String latin, int digits) {
    List<Candidate> candidates = candidates(latin, digits);
    List<Finding> findings = new ArrayList<>(2);
    String masked = candidates.isEmpty() ? text : mask(text, best(candidates), findings);
    if (digits >= 8 && hasIban(latin)) {
      findings.add(new Finding(Finding.IBAN, Finding.Verdict.NOTE));
    }
    return findings.isEmpty() ? null : new Screened(masked, findings);
  }

  private List<Candidate> candidates(String latin, int digits) {
    List<Candidate> candidates = new ArrayList<>(2);
    if (digits >= FEWEST_IN_A_NUMBER) {
      for (NumberRun run : NumberRun.in(latin)) {
        CardNumbers.find(latin, run, field, candidates);
        NationalNumbers.find(latin, run, field, candidates);
      }
    }
    LetteredIds.find(latin, field, candidates);
    return candidates;
  }

  private static String mask(String text, List<Candidate> hits, List<Finding> findings) {
    StringBuilder out = new StringBuilder(text.length());
    int end = 0;
    for (Candidate hit : hits) {
      out.append(text, end, hit.start()).append(hit.mask());
      end = hit.end();
      findings.add(
          new Finding(
              hit.kind(), hit.score() >= BLOCK ? Finding.Verdict.BLOCK : Finding.Verdict.ASK));
    }
    return out.append(text, end, text.length()).toString();
  }

  /** The highest scores first; what overlaps a better one is dropped; then in order of the text. */
  private static List<Candidate> best(List<Candidate> candidates) {
    List<Candidate> ranked = new ArrayList<>(candidates);
    ranked.removeIf(candidate -> candidate.score() < ASK);
    ranked.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(
                Comparator.comparingInt((Candidate c) -> c.end() - c.start()).reversed()));
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : ranked) {
      if (kept.stream().noneMatch(candidate::overlaps)) {
        kept.add(candidate);
      }
    }
    kept.sort(Comparator.comparingInt(Candidate::start));
    return Collections.unmodifiableList(kept);
  }

  private static boolean hasIban(String text) {
    boolean possible = false;
    for (int i = 0; i + 3 < text.length() && !possible; i++) {
      possible =
          upper(text.charAt(i))
              && upper(text.charAt(i + 1))
              && Character.isDigit(text.charAt(i + 2))
              && Character.isDigit(text.charAt(i + 3));
    }
    if (!possible) {
      return false;
    }
    Matcher matcher = IBAN.matcher(text);
    while (matcher.find()) {
      if (IBANValidator.getInstance().isValid(matcher.group().replace(" ", ""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Full-width and other scripts' digits as 0 to 9, place by place. */
  private static String latinDigits(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      int digit = chars[i] > '9' ? Character.digit(chars[i], 10) : -1;
      if (digit >= 0 && Character.isDigit(chars[i])) {
        chars[i] = (char) ('0' + digit);
      }
    }
    return new String(chars);
  }
}
