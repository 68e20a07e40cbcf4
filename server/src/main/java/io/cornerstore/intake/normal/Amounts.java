package io.cornerstore.intake.normal;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers and money as people and exports write them. */
public final class Amounts {

  private static final Map<Character, String> SIGNS =
      Map.of('€', "EUR", '£', "GBP", '₹', "INR", '₩', "KRW", '₺', "TRY", '₽', "RUB", '₫', "VND");

  private Amounts() {}

  /**
   * A number with its currency where a sign or code says it unmistakably ({@code $} does not).
   * Comma and point are told apart by place: the last of both is the decimal one; a single comma
   * before exactly three digits groups thousands, a single point never does.
   *
   * @return null when it is no number
   */
  public static @Nullable Amount read(String text) {
    BigDecimal plain = plain(text);
    if (plain != null) {
      return new Amount(plain, null);
    }
    StringBuilder digits = new StringBuilder(text.length());
    String currency = currencyOf(text);
    boolean negative = text.indexOf('(') >= 0 && text.indexOf(')') > 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || c == ',' || c == '.') {
        digits.append(c);
      } else if (c == '-' || c == '\u2212') {
        if (negative) {
          return null;
        }
        negative = true;
      } else if (Character.isLetter(c) && currency == null && c != 'R' && c != 'p') {
        return null;
      }
    }
    BigDecimal number = plain(pointed(digits.toString()));
    if (number == null) {
      return null;
    }
    return new Amount(negative ? number.negate() : number, currency);
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
