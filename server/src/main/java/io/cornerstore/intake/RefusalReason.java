package io.cornerstore.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Why a row or an event waits in quarantine. Kept with the row, and told to programs, is the
 * English text; who shows it to people finds the reason again by {@link #find} and says it in their
 * language. The values in a text are limits, counts, names of encodings and of fields of events,
 * never anything a row says.
 */
public enum RefusalReason {
  ID_EMPTY("the id of the row is empty"),
  KEY_TWICE("the key stands twice in this snapshot"),
  KIND_UNKNOWN("the kind is neither person nor organization"),
  VERSION_NO_TIME("the version is no time in its formats"),
  TIME_EMPTY("the time is empty"),
  TIME_IN_NO_FORMAT("the time is in none of the formats"),
  TYPE_UNKNOWN("the type is none that is known"),
  CURRENCY_UNKNOWN("the currency is no code of ISO 4217"),
  NO_NUMBER("this is no number"),
  POINTS_NO_NUMBER("the points are no number"),
  AMOUNT_NO_NUMBER("the amount is no number"),
  AMOUNT_NO_CURRENCY("the amount has no currency"),
  AMOUNT_TOO_LARGE("the amount is beyond {0} digits"),
  UNIT_PRICE_NO_CURRENCY("the unit price has no currency"),
  QUANTITY_TOO_LARGE("the quantity is beyond {0} digits"),
  LINES_NO_ARRAY("the order lines are no array of objects"),
  LINES_TOO_MANY("more than {0} order lines"),
  PRODUCT_CODE_EMPTY("the product code is empty"),
  PRICE_NO_NUMBER("the price is no number"),
  PRICE_NO_CURRENCY("the price has no currency"),
  STORE_ID_EMPTY("the id of the store is empty"),
  ZONE_UNKNOWN("the zone is no IANA time zone"),
  LEFT_OUT("the mapping leaves this row out"),
  ROW_EMPTY("the row is empty"),
  SEVERAL_ROWS("this is more than one row"),

  EVENT_NO_OBJECT("an event is an object"),
  EVENT_TOO_LARGE("the event is larger than {0} bytes"),
  EVENT_TYPE_UNKNOWN("the type is missing or none that is known"),
  EVENT_ABOUT_NOBODY("there is neither a userId nor an anonymousId"),
  EVENT_ID_TOO_LONG("an id is longer than {0} characters"),
  EVENT_PART_MISSING("there is no {0}"),
  BODY_TOO_LARGE("a call has at most {0} bytes, this one has {1}"),
  BODY_NO_OBJECT("the body is no JSON object"),
  BODY_GOES_ON("something stands behind the JSON object"),
  BODY_NO_JSON("the body is no JSON"),
  BODY_NO_JSON_AT("the body is no JSON: line {0}, column {1}"),

  // Those of malformed text, as the library tabular says them.
  FIELD_COUNT("has {0} fields, not {1}"),
  FIELDS_TOO_MANY("has more than {0} fields"),
  QUOTE_OPEN("a quoted field is never closed"),
  QUOTE_OVER_LINES("a quoted field runs over more than {0} lines"),
  QUOTE_TEXT_AFTER("text after the closing quote of a field"),
  FIELD_BYTES("a field is longer than {0} bytes"),
  FIELD_CHARACTERS("a field is longer than {0} characters"),
  ROW_BYTES("is longer than {0} bytes"),
  ROW_CHARACTERS("is longer than {0} characters"),
  NOT_IN_ENCODING("has bytes that are not {0}"),
  JSON_NO_OBJECT("is not a JSON object"),
  JSON_INVALID("is not valid JSON"),
  JSON_ENDS_EARLY("the JSON object ends too early"),
  JSON_GOES_ON("goes on behind the JSON object"),
  JSON_OVER_LIMITS("has a text, number or name that is too long, or too many levels"),
  JSON_HALF_CHARACTER("has an escape for half a character"),
  JSON_FIELD_TWICE("has the same field twice"),
  JSON_COLUMNS("would give the file more than {0} columns"),
  JSON_ARRAY("an array is longer than {0} bytes");

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final String pattern;
  private final Pattern words;

  RefusalReason(String pattern) {
    this.pattern = pattern;
    this.words =
        Pattern.compile(
            Arrays.stream(pattern.split("\\{\\d}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("(\\S+)")));
  }

  /**
   * A reason found in a text.
   *
   * @param values in their order
   */
  public record Found(RefusalReason reason, List<String> values) {
    public Found {
      values = List.copyOf(values);
    }
  }

  /** The English text, with these values in its places. */
  public String text(Object... values) {
    if (values.length != PLACE.matcher(pattern).results().count()) {
      throw new IllegalArgumentException(this + " has other places than " + values.length);
    }
    String text = pattern;
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** The English text with its places as {@code {0}} and so on. */
  public String pattern() {
    return pattern;
  }

  /** The name used in message bundles. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason a text says; empty for texts of others, such as why a whole import failed. */
  public static Optional<Found> find(String text) {
    for (RefusalReason reason : values()) {
      Matcher match = reason.words.matcher(text);
      if (match.matches()) {
        return Optional.of(
            new Found(
                reason,
                IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group).toList()));
      }
    }
    return Optional.empty();
  }
}
