package io.cornerstore.intake.normal;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and money as people and exports write them. */
public final class Amounts {

  private static final Map<Character, String> SIGNS =
      Map.of('€', "EUR", '£', "GBP", '₹', "INR", '₩', "KRW", '₺', "TRY", '₽', "RUB", '₫', "VND");
  private static final char MINUS = '\u2212';

  /* Digits with separators; before and behind them a currency and the sign, and nothing else. A
   * dash behind a separator stands for no cents: 12,- */
  private static final Pattern WRITTEN =
      Pattern.compile(
          """
          (?<before>[\\p{L}\\p{Sc}\\s\\h(+\u2212-]*(?:(?<=\\p{L})\\.\\h*)?)\
          (?<number>[.,]?[0-9]+(?:[.,][0-9]+|[\\h'\u2019][0-9]{3}(?![0-9]))*)\
          (?:[.,][\u2013\u2014-]{0,2})?\
          (?<after>[\\p{L}\\p{Sc}\\s\\h)\u2212-]*\\.?)\
          """);

  private Amounts() {}

  /**
   * A number with its currency where a sign or code says it unmistakably ({@code $} does not).
   * Comma and point are told apart by place: the last of both is the decimal one; a single comma
   * before exactly three digits groups thousands, a single point never does. Signs stand at either
   * end. Two numbers, as in a date, a range or a fraction, are none.
   *
   * @return null when it is no number
   */
  public static @Nullable Amount read(String text) {
    BigDecimal plain = plain(text);
    if (plain != null) {
      return new Amount(plain, null);
    }
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    String around = parts.group("before") + parts.group("after");
    String currency = currencyOf(around);
    BigDecimal number = plain(pointed(parts.group("number").replaceAll("[^0-9.,]", "")));
    long minuses = around.chars().filter(c -> c == '-' || c == MINUS).count();
    boolean opened = around.indexOf('(') >= 0;
    boolean bracketed = opened && around.indexOf('(') < around.indexOf(')');
    if (number == null
        || (currency == null && !around.chars().allMatch(Amounts::isNoWord))
        || minuses > (bracketed ? 0 : 1)
        || opened != bracketed) {
      return null;
    }
    return new Amount(bracketed || minuses > 0 ? number.negate() : number, currency);
  }

  /** The letters of {@code Rp} say little, all others that this may be something else. */
  private static boolean isNoWord(int c) {
    return !Character.isLetter(c) || c == 'R' || c == 'p';
  }

  private static String pointed(String digits) {
    int comma = digits.lastIndexOf(',');
    int point = digits.lastIndexOf('.');
    boolean oneComma = comma >= 0 && digits.indexOf(',') == comma;
    boolean onePoint = point >= 0 && digits.indexOf('.') == point;
    if (comma >= 0 && point >= 0) {
      return comma > point ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
    }
    if (oneComma && digits.length() - comma != 4) {
      return digits.replace(',', '.');
    }
    return onePoint ? digits : digits.replace(",", "").replace(".", "");
  }

  private static @Nullable BigDecimal plain(String text) {
    int length = text.length();
    if (length == 0 || length > 30) {
      return null;
    }
    boolean point = false;
    boolean digit = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c == '.' && !point) {
        point = true;
      } else if (c != '-' || i > 0) {
        return null;
      }
    }
    return digit ? new BigDecimal(text) : null;
  }

  private static @Nullable String currencyOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      String currency = SIGNS.get(text.charAt(i));
      if (currency != null) {
        return currency;
      }
    }
    String letters = text.replaceAll("[^A-Z]", "");
    return letters.length() == 3 && Currencies.isCode(letters) ? letters : null;
  }

  /** A number, and its currency if the text says so. */
  public record Amount(BigDecimal number, @Nullable String currency) {}
}
