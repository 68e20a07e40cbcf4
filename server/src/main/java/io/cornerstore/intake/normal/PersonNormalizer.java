package io.cornerstore.intake.normal;

import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.kernel.PersonalField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the values of one record into the form they are compared in. What cannot be read stays,
 * marked doubtful; nothing is guessed across fields except the parts of a whole name and the
 * country of a number without one. Thread-safe.
 */
public final class PersonNormalizer {

  private static final Set<String> NOTHING =
      Set.of("n/a", "na", "null", "none", "nil", "-", "--", "?", "unknown", "not given", "nan");
  private static final TimeFormat ISO = new TimeFormat(List.of());

  private final Phones phones = new Phones();
  private final Emails emails = new Emails();
  private final PostalCodes postalCodes = new PostalCodes();
  private final Clock clock;

  /** With the clock that says which birthdays lie ahead. */
  public PersonNormalizer(Clock clock) {
    this.clock = clock;
  }

  /**
   * The values in the order given, empty ones left out, parts of a whole name behind it when no
   * part is given.
   *
   * @param country of numbers and postcodes when the record names none
   * @param birthFormats how the value at that place is written if it is a day of birth; none: ISO
   */
  public List<PersonalValue> normalise(
      List<GivenValue> given, @Nullable String country, Map<Integer, TimeFormat> birthFormats) {
    String region = countryOf(given).or(() -> Optional.ofNullable(country)).orElse(null);
    List<PersonalValue> values = new ArrayList<>(given.size() + 2);
    boolean parts = false;
    for (int i = 0; i < given.size(); i++) {
      GivenValue value = given.get(i);
      String text = PlainText.clean(value.text());
      if (text.isEmpty() || isNothing(value.field(), text)) {
        continue;
      }
      parts |= isNamePart(value.field());
      values.add(one(value.field(), text, value.text(), region, birthFormats.getOrDefault(i, ISO)));
    }
    if (!parts) {
      splitName(values);
    }
    return values;
  }

  /** A phone number as it is compared; see {@link Phones#read}. */
  public Phones.Result phone(String text, @Nullable String country) {
    return phones.read(PlainText.clean(text), country);
  }

  private PersonalValue one(
      PersonalField field,
      String text,
      String received,
      @Nullable String region,
      TimeFormat birthFormat) {
    return switch (field) {
      case EMAIL -> {
        String address = Emails.normal(text);
        yield new PersonalValue(field, address, received, emails.judge(address));
      }
      case PHONE -> {
        Phones.Result phone = phones.read(text, region);
        yield new PersonalValue(field, phone.value(), received, phone.quality());
      }
      case BIRTH_DATE -> birthDate(text, received, birthFormat);
      case COUNTRY ->
          Countries.find(text)
              .map(code -> new PersonalValue(field, code, received, Quality.VALID))
              .orElseGet(() -> new PersonalValue(field, text, received, Quality.DOUBTFUL));
      case POSTAL_CODE -> postalCodes.read(text, received, region);
      case SEX -> sex(text, received);
      case LANGUAGE -> language(text, received);
      case NAME, GIVEN_NAME, ADDITIONAL_NAME, FAMILY_NAME, NICKNAME ->
          new PersonalValue(field, PlainText.capitalised(text), received, judgeName(text));
      case HONORIFIC_PREFIX, STREET_ADDRESS, ADDRESS_LINE2, LOCALITY ->
          new PersonalValue(field, PlainText.capitalised(text), received, Quality.UNCHECKED);
      case LOYALTY_CARD, EXTERNAL_ID ->
          new PersonalValue(field, text.toUpperCase(Locale.ROOT), received, Quality.UNCHECKED);
      case HONORIFIC_SUFFIX, ORGANIZATION, ORGANIZATION_TITLE, REGION ->
          new PersonalValue(field, text, received, Quality.UNCHECKED);
    };
  }

  private PersonalValue birthDate(String text, String received, TimeFormat format) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    BirthDates.Judged read = BirthDates.read(text, format, today);
    return read == null
        ? new PersonalValue(PersonalField.BIRTH_DATE, text, received, Quality.DOUBTFUL)
        : new PersonalValue(PersonalField.BIRTH_DATE, read.value(), received, read.quality());
  }

  private static PersonalValue sex(String text, String received) {
    String sex =
        switch (PlainText.folded(text)) {
          case "f", "female", "w", "woman", "weiblich", "femme", "mujer", "perempuan", "p" ->
              "female";
          case "m", "male", "man", "mannlich", "homme", "hombre", "laki-laki", "l" -> "male";
          case "x", "d", "diverse", "divers", "non-binary", "nonbinary", "other" -> "other";
          default -> "";
        };
    return sex.isEmpty()
        ? new PersonalValue(PersonalField.SEX, text, received, Quality.DOUBTFUL)
        : new PersonalValue(PersonalField.SEX, sex, received, Quality.VALID);
  }

  private static PersonalValue language(String text, String received) {
    return Languages.find(text)
        .map(tag -> new PersonalValue(PersonalField.LANGUAGE, tag, received, Quality.VALID))
        .orElseGet(
            () -> new PersonalValue(PersonalField.LANGUAGE, text, received, Quality.DOUBTFUL));
  }

  /** A name has a letter; digits and signs that belong to no name make it doubtful. */
  private static Quality judgeName(String text) {
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      if ((c >= '0' && c <= '9') || "@#$%_=<>{}|\\".indexOf(c) >= 0) {
        return Quality.DOUBTFUL;
      }
    }
    return letter && !NOTHING.contains(text.toLowerCase(Locale.ROOT))
        ? Quality.VALID
        : Quality.DOUBTFUL;
  }

  private static void splitName(List<PersonalValue> values) {
    for (int i = 0; i < values.size(); i++) {
      PersonalValue whole = values.get(i);
      if (whole.field() == PersonalField.NAME && whole.quality() != Quality.DOUBTFUL) {
        WholeName name = WholeName.of(whole.value());
        part(values, PersonalField.HONORIFIC_PREFIX, name.prefix());
        part(values, PersonalField.GIVEN_NAME, name.given());
        part(values, PersonalField.ADDITIONAL_NAME, name.additional());
        part(values, PersonalField.FAMILY_NAME, name.family());
        part(values, PersonalField.HONORIFIC_SUFFIX, name.suffix());
        return;
      }
    }
  }

  private static void part(List<PersonalValue> values, PersonalField field, @Nullable String text) {
    if (text != null && values.stream().noneMatch(value -> value.field() == field)) {
      values.add(new PersonalValue(field, text, text, Quality.UNCHECKED));
    }
  }

  private static Optional<String> countryOf(List<GivenValue> given) {
    for (GivenValue value : given) {
      if (value.field() == PersonalField.COUNTRY) {
        Optional<String> code = Countries.find(PlainText.clean(value.text()));
        if (code.isPresent()) {
          return code;
        }
      }
    }
    return Optional.empty();
  }

  /** "Na" and "Null" are names of people, so those stay there and are only doubted. */
  private static boolean isNothing(PersonalField field, String text) {
    return text.length() <= 9
        && !isNamePart(field)
        && field != PersonalField.NAME
        && field != PersonalField.COUNTRY
        && NOTHING.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isNamePart(PersonalField field) {
    return field == PersonalField.GIVEN_NAME || field == PersonalField.FAMILY_NAME;
  }
}
