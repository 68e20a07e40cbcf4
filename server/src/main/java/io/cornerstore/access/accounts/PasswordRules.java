package io.cornerstore.access.accounts;

import io.cornerstore.access.PasswordRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a password must be: NIST SP 800-63B-4, section 3.1.1.2. Length counts, composition does not;
 * what guessers try first is refused.
 */
final class PasswordRules {

  private static final int SHORTEST = 15;
  private static final int LONGEST = 256;
  private static final int LONGEST_REPEAT = 6;
  private static final int FEWEST_OWN = 5;

  private final List<String> easyWords;

  PasswordRules() {
    this.easyWords = read("easy-words.txt");
  }

  /** The one form of a password that is hashed and compared: Unicode normalization form C. */
  static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /** Throws {@link PasswordRefused} when the password is too easy. */
  void require(String password, String signInName) {
    String normalized = normalized(password);
    int length = normalized.codePointCount(0, normalized.length());
    if (length < SHORTEST) {
      throw new PasswordRefused(
          "a password has at least 15 characters. Maybe take four or five words that do not belong together?");
    }
    if (length > LONGEST) {
      throw new PasswordRefused("a password has at most 256 characters");
    }
    String plain = normalized.toLowerCase(Locale.ROOT);
    if (repeats(plain) || runs(plain) || own(plain, signInName) < FEWEST_OWN) {
      throw new PasswordRefused(
          "this password is among the first that are guessed. Maybe take four or five words that do not belong together?");
    }
  }

  /** One short piece over and over. */
  private static boolean repeats(String password) {
    for (int piece = 1; piece <= LONGEST_REPEAT; piece++) {
      int period = piece;
      boolean same = true;
      for (int i = period; i < password.length() && same; i++) {
        same = password.charAt(i) == password.charAt(i - period);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** Mostly neighbors in the alphabet or among the digits: {@code abcdefgh…}, {@code 98765…}. */
  private static boolean runs(String password) {
    int neighbors = 0;
    for (int i = 1; i < password.length(); i++) {
      if (Math.abs(password.charAt(i) - password.charAt(i - 1)) <= 1) {
        neighbors++;
      }
    }
    return neighbors * 3 >= password.length() * 2;
  }

  /** How many different letters and digits are left without easy words and the own name. */
  private int own(String password, String signInName) {
    String left = password.replace(signInName.toLowerCase(Locale.ROOT), " ");
    for (String word : easyWords) {
      left = left.replace(word, " ");
    }
    return (int) left.codePoints().filter(Character::isLetterOrDigit).distinct().count();
  }

  private static List<String> read(String name) {
    try (InputStream in = PasswordRules.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the list of easy words is missing from the package");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.isBlank())
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
