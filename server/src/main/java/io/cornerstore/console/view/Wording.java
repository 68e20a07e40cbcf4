package io.cornerstore.console.view;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of the screens for the terms of the code: numbers, dates, names of fields. */
public final class Wording {

  private static final Locale LOCALE = Locale.UK;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", LOCALE);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, H:mm", LOCALE);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", LOCALE);
  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM yy", LOCALE);

  private static final Map<PersonalField, String> FIELDS =
      Map.ofEntries(
          Map.entry(PersonalField.HONORIFIC_PREFIX, "Title"),
          Map.entry(PersonalField.NAME, "Name"),
          Map.entry(PersonalField.GIVEN_NAME, "Given name"),
          Map.entry(PersonalField.ADDITIONAL_NAME, "Middle name"),
          Map.entry(PersonalField.FAMILY_NAME, "Family name"),
          Map.entry(PersonalField.HONORIFIC_SUFFIX, "Suffix"),
          Map.entry(PersonalField.NICKNAME, "Nickname"),
          Map.entry(PersonalField.BIRTH_DATE, "Born"),
          Map.entry(PersonalField.SEX, "Sex"),
          Map.entry(PersonalField.EMAIL, "E-mail"),
          Map.entry(PersonalField.PHONE, "Phone"),
          Map.entry(PersonalField.ORGANIZATION, "Organisation"),
          Map.entry(PersonalField.ORGANIZATION_TITLE, "Job title"),
          Map.entry(PersonalField.STREET_ADDRESS, "Street"),
          Map.entry(PersonalField.ADDRESS_LINE2, "Unit"),
          Map.entry(PersonalField.LOCALITY, "Town"),
          Map.entry(PersonalField.REGION, "Region"),
          Map.entry(PersonalField.POSTAL_CODE, "Postcode"),
          Map.entry(PersonalField.COUNTRY, "Country"),
          Map.entry(PersonalField.LANGUAGE, "Language"),
          Map.entry(PersonalField.LOYALTY_CARD, "Loyalty card"),
          Map.entry(PersonalField.EXTERNAL_ID, "Other id"));

  private Wording() {}

  /** What a field is called. */
  public static String field(PersonalField field) {
    return FIELDS.getOrDefault(field, field.token());
  }

  /** What a channel is called. */
  public static String channel(Channel channel) {
    return switch (channel) {
      case STORE_PURCHASE -> "Store";
      case WEB_ORDER -> "Web shop";
      case MAIL_ORDER -> "Mail order";
      case WEB_FORM -> "Web form";
      case SERVICE_CALL -> "Service call";
      case LOYALTY_ACTIVITY -> "Loyalty card";
      case DELIVERY_NOTE -> "Delivery";
      case OTHER -> "Other";
    };
  }

  /** What an entry of the timeline is called. */
  public static String type(InteractionType type) {
    return switch (type) {
      case PURCHASE -> "Purchase";
      case RETURN -> "Return";
      case CANCELLATION -> "Cancellation";
      case VISIT -> "Visit";
      case CALL -> "Call";
      case DELIVERY -> "Delivery";
      case POINTS -> "Loyalty points";
      case FORM -> "Form";
      case DECLARATION -> "Told us";
      case CONSENT -> "Consent";
      case ADJUSTMENT -> "Book correction";
      case OTHER -> "Other";
      case NOTE -> "Note";
    };
  }

  /** How a value came to be known. */
  public static String basis(Basis basis) {
    return switch (basis) {
      case DECLARED -> "told us";
      case VERIFIED -> "checked";
      case OBSERVED -> "seen on a transaction";
      case INFERRED -> "concluded or bought in";
    };
  }

  /** An attribute of the match, in words. */
  public static String attribute(String attribute) {
    return PersonalField.findByToken(attribute)
        .map(Wording::field)
        .orElseGet(() -> sentence(attribute));
  }

  /** A level of a comparison, in words. */
  public static String level(String level) {
    return level.replace('-', ' ').replace('_', ' ').toLowerCase(LOCALE);
  }

  /** Odds from bits: {@code 1,000 to 1 for}. */
  public static String odds(double bits) {
    String side = bits >= 0 ? " to 1 that they are the same" : " to 1 that they are not";
    double odds = Math.pow(2, Math.min(60, Math.abs(bits)));
    return (odds >= 1e6 ? "more than a million" : whole(Math.round(odds))) + side;
  }

  /** An amount with the sign of its currency. */
  public static String money(Money money) {
    Currency currency = Currency.getInstance(money.currency());
    String symbol = currency.getSymbol(LOCALE);
    String number = decimal(money.amount().abs(), Math.max(0, currency.getDefaultFractionDigits()));
    return (money.minorUnits() < 0 ? "−" : "")
        + (Character.isLetter(symbol.codePointBefore(symbol.length())) ? symbol + "\u00a0" : symbol)
        + number;
  }

  /** Several amounts, the first most important. */
  public static String money(List<Money> amounts) {
    return amounts.isEmpty()
        ? "–"
        : String.join(" + ", amounts.stream().map(Wording::money).toList());
  }

  /** A whole number with separators. */
  public static String whole(long number) {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(LOCALE)).format(number);
  }

  /** A quantity without idle zeros. */
  public static String quantity(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }

  /** A day in the zone. */
  public static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  /** A day with its weekday, as a heading. */
  public static String longDay(Instant at, ZoneId zone) {
    return LONG_DAY.format(at.atZone(zone));
  }

  /** A moment in the zone. */
  public static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  /** A month in full. */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** A month for an axis. */
  public static String shortMonth(YearMonth month) {
    return SHORT_MONTH.format(month);
  }

  /** {@code 1 purchase}, {@code 2 purchases}. */
  public static String count(long number, String one, String many) {
    return whole(number) + " " + (number == 1 ? one : many);
  }

  /** A code as a word at the start of a sentence. */
  public static String sentence(String code) {
    String words = level(code);
    return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(LOCALE) + words.substring(1);
  }

  private static String decimal(BigDecimal number, int digits) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(LOCALE));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }
}
