package io.cornerstore.console.view;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.RunFailure;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * The words of the screens in the language of their reader: messages, dates, numbers, money and the
 * terms of the code. Thread-safe.
 */
public final class Wording {

  private static final BigDecimal SMALL = BigDecimal.valueOf(10_000);
  private static final Map<Language, Wording> ALL = new EnumMap<>(Language.class);

  static {
    Arrays.stream(Language.values()).forEach(language -> ALL.put(language, new Wording(language)));
  }

  private final Language language;
  private final Locale locale;
  private final Messages messages;
  private final DecimalFormatSymbols symbols;
  private final DateTimeFormatter day;
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter moment;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter month;
  private final DateTimeFormatter shortMonth;

  private Wording(Language language) {
    this.language = language;
    this.locale = language.locale();
    this.messages = Messages.read(language);
    this.symbols = DecimalFormatSymbols.getInstance(locale);
    this.day = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
    this.longDay = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", locale);
    this.moment = DateTimeFormatter.ofPattern(language.momentPattern(), locale);
    this.clock = DateTimeFormatter.ofPattern(language.clockPattern(), locale);
    this.month = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
    this.shortMonth = DateTimeFormatter.ofPattern("MMM yy", locale);
  }

  /** The words of a language. */
  public static Wording of(Language language) {
    Wording words = ALL.get(language);
    if (words == null) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return words;
  }

  /** The language spoken. */
  public Language language() {
    return language;
  }

  /**
   * The message under that key with these values in its places. Numbers are written as the language
   * writes them; an id or a number that must stay as it is comes as text. A key that is missing is
   * a mistake of ours and throws.
   */
  public String text(String key, Object... values) {
    return messages
        .find(key, values)
        .orElseThrow(() -> new MissingResourceException("no message " + key, "messages", key));
  }

  /** The message for a code from below, or the code itself as a word when none is known. */
  public String term(String family, String code) {
    return messages.find(family + "." + code).orElseGet(() -> plain(code));
  }

  /** The same at the start of a sentence. */
  public String sentence(String family, String code) {
    String words = term(family, code);
    return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(locale) + words.substring(1);
  }

  /** Why a row, an event or a run was refused; what is no such reason stays as it is. */
  public String reason(String text) {
    return RefusalReason.find(text)
        .flatMap(
            found -> messages.find("reason." + found.reason().code(), found.values().toArray()))
        .or(() -> RunFailure.find(text).flatMap(this::failure))
        .orElse(text);
  }

  private Optional<String> failure(RunFailure.Found found) {
    List<String> values = new ArrayList<>(found.values());
    String why = found.why();
    if (why != null) {
      values.add(reason(why));
    }
    return messages.find("run-error." + found.failure().code(), values.toArray());
  }

  /** What a field is called. */
  public String field(PersonalField field) {
    return term("field", field.token());
  }

  /** What a channel is called. */
  public String channel(Channel channel) {
    return term("channel", channel.code());
  }

  /** What an entry of the timeline is called. */
  public String type(InteractionType type) {
    return term("type", type.code());
  }

  /** What an entry is called within a sentence. */
  public String typeWithin(InteractionType type) {
    return type(type).toLowerCase(locale);
  }

  /** How a value came to be known. */
  public String basis(Basis basis) {
    return term("basis", basis.name().toLowerCase(Locale.ROOT));
  }

  /** An attribute of the match, in words. */
  public String attribute(String attribute) {
    return sentence("attribute", attribute);
  }

  /** A level of a comparison, in words. */
  public String level(String level) {
    return term("level", level);
  }

  /** A code of a source system as plain words: {@code NOT_HOME} is "not home". */
  public String plain(String code) {
    return code.replace('-', ' ').replace('_', ' ').toLowerCase(locale);
  }

  /** Odds from bits: {@code 1,000 to 1 for}. */
  public String odds(double bits) {
    double odds = Math.pow(2, Math.min(60, Math.abs(bits)));
    String many = odds >= 1e6 ? text("odds.more-than-a-million") : whole(Math.round(odds));
    return text(bits >= 0 ? "odds.same" : "odds.different", many);
  }

  /** An amount with the sign of its currency. */
  public String money(Money money) {
    Currency currency = Currency.getInstance(money.currency());
    BigDecimal amount = money.amount().abs();
    // Nobody writes hundredths of a rupiah, though ISO 4217 knows them.
    boolean whole = money.currency().equals("IDR") && amount.stripTrailingZeros().scale() <= 0;
    String number = decimal(amount, whole ? 0 : Math.max(0, currency.getDefaultFractionDigits()));
    return signed(money, number);
  }

  private String signed(Money money, String number) {
    String symbol = Currency.getInstance(money.currency()).getSymbol(locale);
    return (money.minorUnits() < 0 ? "−" : "")
        + (Character.isLetter(symbol.codePointBefore(symbol.length())) ? symbol + "\u00a0" : symbol)
        + number;
  }

  /** An amount in as few signs as its size can be told by: {@code £1.2M}. */
  public String roughly(Money money) {
    BigDecimal amount = money.amount().abs();
    NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
    format.setMaximumFractionDigits(1);
    boolean small = amount.compareTo(SMALL) < 0;
    return signed(money, small ? decimal(amount, 0) : format.format(amount));
  }

  /** Several amounts, the first most important. */
  public String money(List<Money> amounts) {
    return amounts.isEmpty() ? "–" : String.join(" + ", amounts.stream().map(this::money).toList());
  }

  /** A whole number with separators. */
  public String whole(long number) {
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  /** A number with so many digits behind the point. */
  public String decimal(double number, int digits) {
    return decimal(BigDecimal.valueOf(number), digits);
  }

  /** A number with its sign and one digit behind the point; hardly anything is nothing. */
  public String signed(double number) {
    double rounded = Math.round(number * 10) / 10.0;
    return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + decimal(Math.abs(rounded), 1);
  }

  /** A share of 0 to 1 as percent, with one digit where the whole number would say 0 or 100. */
  public String percent(double share) {
    double percent = share * 100;
    boolean edge = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
    // Never "100 %" of what is not certain.
    double shown = edge ? Math.clamp(Math.round(percent * 10) / 10.0, 0.1, 99.9) : percent;
    return decimal(shown, edge ? 1 : 0) + "%";
  }

  /** A quantity without idle zeros. */
  public String quantity(BigDecimal quantity) {
    BigDecimal plain = quantity.stripTrailingZeros();
    return decimal(plain, Math.max(0, plain.scale()));
  }

  /** A day in the zone. */
  public String day(Instant at, ZoneId zone) {
    return day.format(at.atZone(zone));
  }

  /** A day with its weekday, as a heading. */
  public String longDay(Instant at, ZoneId zone) {
    return longDay.format(at.atZone(zone));
  }

  /** A moment in the zone. */
  public String time(Instant at, ZoneId zone) {
    return moment.format(at.atZone(zone));
  }

  /** The time of day in the zone. */
  public String clock(Instant at, ZoneId zone) {
    return clock.format(at.atZone(zone));
  }

  /** A month in full. */
  public String month(YearMonth at) {
    return month.format(at);
  }

  /** A month for an axis. */
  public String shortMonth(YearMonth at) {
    return shortMonth.format(at);
  }

  /** A weekday in full. */
  public String weekday(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL, locale);
  }

  /** A weekday for an axis. */
  public String shortWeekday(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.SHORT, locale);
  }

  private String decimal(BigDecimal number, int digits) {
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }
}
