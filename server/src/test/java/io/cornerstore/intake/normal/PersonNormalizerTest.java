package io.cornerstore.intake.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.kernel.PersonalField;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNormalizerTest {

  private final PersonNormalizer normalizer =
      new PersonNormalizer(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMAIL | GB | Jo.Bloggs@Example.ORG | jo.bloggs@example.org | VALID",
        "EMAIL | GB | mailto:jo@example.org | jo@example.org | VALID",
        "EMAIL | GB | Jo <jo@example.org>, | jo <jo@example.org> | DOUBTFUL",
        "EMAIL | GB | Jo <jo@example.org> | jo@example.org | VALID",
        "EMAIL | GB | jo@@example.org | jo@@example.org | DOUBTFUL",
        "EMAIL | GB | jo..b@example.org | jo..b@example.org | DOUBTFUL",
        "EMAIL | GB | jo@example.nosuchtld | jo@example.nosuchtld | DOUBTFUL",
        "EMAIL | GB | jo@post.example | jo@post.example | VALID",
        "EMAIL | GB | jo!b@post.example | jo!b@post.example | VALID",
        "EMAIL | GB | jo@-.example | jo@-.example | DOUBTFUL",
        "EMAIL | GB | jo@.example | jo@.example | DOUBTFUL",
        "EMAIL | GB | nobody | nobody | DOUBTFUL",
        "PHONE | GB | 020 7946 0958 | +442079460958 | VALID",
        "PHONE | GB | +44 (0)20 7946 0958 | +442079460958 | VALID",
        "PHONE | GB | 0044 20 7946 0958 | +442079460958 | VALID",
        "PHONE | GB | 07700 900123 | +447700900123 | UNCHECKED",
        "PHONE | US | (212) 555-0187 | +12125550187 | VALID",
        "PHONE | US | 697-555-0142 | +16975550142 | UNCHECKED",
        "PHONE | ID | 0812-3456-7890 | +6281234567890 | VALID",
        "PHONE | GB | 12 | 12 | DOUBTFUL",
        "PHONE | GB | call me | call me | DOUBTFUL",
        "GIVEN_NAME | GB | '  anna   maria ' | Anna Maria | VALID",
        "GIVEN_NAME | GB | EUGENE | Eugene | VALID",
        "FAMILY_NAME | GB | O'BRIEN | O'Brien | VALID",
        "FAMILY_NAME | GB | MCDONALD | McDonald | VALID",
        "FAMILY_NAME | GB | SMITH-JONES | Smith-Jones | VALID",
        "FAMILY_NAME | GB | deVries | deVries | VALID",
        "FAMILY_NAME | GB | SÃ¡nchez | Sánchez | VALID",
        "FAMILY_NAME | GB | MÃ¼ller | Müller | VALID",
        "FAMILY_NAME | GB | Müller | Müller | VALID",
        "FAMILY_NAME | GB | Smith99 | Smith99 | DOUBTFUL",
        "FAMILY_NAME | GB | Null | Null | DOUBTFUL",
        "BIRTH_DATE | GB | 1980-05-17 | 1980-05-17 | VALID",
        "BIRTH_DATE | GB | 1980 | 1980 | VALID",
        "BIRTH_DATE | GB | 1900-01-01 | 1900-01-01 | DOUBTFUL",
        "BIRTH_DATE | GB | 2040-01-05 | 2040-01-05 | DOUBTFUL",
        "BIRTH_DATE | GB | 1980-02-31 | 1980-02-31 | DOUBTFUL",
        "SEX | GB | F | female | VALID",
        "SEX | GB | männlich | male | VALID",
        "SEX | GB | ? | '' | ''",
        "COUNTRY | GB | United Kingdom | GB | VALID",
        "COUNTRY | GB | Deutschland | DE | VALID",
        "COUNTRY | GB | EIRE | IE | VALID",
        "COUNTRY | GB | U.S.A. | US | VALID",
        "COUNTRY | GB | idn | ID | VALID",
        "COUNTRY | GB | Côte d’Ivoire | CI | VALID",
        "COUNTRY | GB | Atlantis | Atlantis | DOUBTFUL",
        "POSTAL_CODE | GB | sw1a1aa | SW1A 1AA | VALID",
        "POSTAL_CODE | GB | 12345 | 12 345 | DOUBTFUL",
        "POSTAL_CODE | US | 981091234 | 98109-1234 | VALID",
        "POSTAL_CODE | CA | k1a0b1 | K1A 0B1 | VALID",
        "POSTAL_CODE | SE | 111 22 | 111 22 | UNCHECKED",
        "STREET_ADDRESS | GB | 12 HIGH STREET | 12 High Street | UNCHECKED",
        "ADDRESS_LINE2 | GB | Flat 5b | Flat 5b | UNCHECKED",
        "REGION | US | WA | WA | UNCHECKED",
        "LANGUAGE | GB | en_GB | en-GB | VALID",
        "LANGUAGE | GB | German | de | VALID",
        "LANGUAGE | GB | Bahasa Indonesia | Bahasa Indonesia | DOUBTFUL",
        "LOYALTY_CARD | GB | ab-123 | AB-123 | UNCHECKED",
        "EMAIL | GB | n/a | '' | ''",
        "PHONE | GB | - | '' | ''",
      })
  void value_ofAField_takesItsForm(
      PersonalField field, String country, String text, String value, String quality) {
    List<PersonalValue> values =
        normalizer.normalise(List.of(new GivenValue(field, text)), country, Map.of());

    if (value.isEmpty()) {
      assertThat(values).isEmpty();
    } else {
      assertThat(values.getFirst().value()).isEqualTo(value);
      assertThat(values.getFirst().quality()).isEqualTo(Quality.valueOf(quality));
      assertThat(values.getFirst().asReceived()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Maria García | - | Maria | - | García | -",
        "Dr. Maria Elena García | Dr. | Maria | Elena | García | -",
        "García, Maria | - | Maria | - | García | -",
        "Ludwig van Beethoven | - | Ludwig | - | van Beethoven | -",
        "Anna von der Heide | - | Anna | - | von der Heide | -",
        "John Smith Jr. | - | John | - | Smith | Jr.",
        "John Smith, Jr. | - | John | - | Smith | Jr.",
        "Suharto | - | Suharto | - | - | -",
        "MR JOHN SMITH | Mr | John | - | Smith | -",
      })
  void wholeName_withoutParts_isTakenApart(
      String name, String prefix, String given, String additional, String family, String suffix) {
    List<PersonalValue> values =
        normalizer.normalise(List.of(new GivenValue(PersonalField.NAME, name)), "GB", Map.of());

    assertThat(valueOf(values, PersonalField.HONORIFIC_PREFIX)).isEqualTo(prefix);
    assertThat(valueOf(values, PersonalField.GIVEN_NAME)).isEqualTo(given);
    assertThat(valueOf(values, PersonalField.ADDITIONAL_NAME)).isEqualTo(additional);
    assertThat(valueOf(values, PersonalField.FAMILY_NAME)).isEqualTo(family);
    assertThat(valueOf(values, PersonalField.HONORIFIC_SUFFIX)).isEqualTo(suffix);
  }

  @Test
  void phone_inARecordWithACountry_isOfThatCountry() {
    List<PersonalValue> values =
        normalizer.normalise(
            List.of(
                new GivenValue(PersonalField.PHONE, "030 901820"),
                new GivenValue(PersonalField.COUNTRY, "Germany")),
            "GB",
            Map.of());

    assertThat(valueOf(values, PersonalField.PHONE)).isEqualTo("+4930901820");
  }

  @Test
  void birthDate_withTwoDigitsOfTheYear_liesBehindUs() {
    List<PersonalValue> values =
        normalizer.normalise(
            List.of(
                new GivenValue(PersonalField.BIRTH_DATE, "05.01.40"),
                new GivenValue(PersonalField.BIRTH_DATE, "05.01.2040")),
            "GB",
            Map.of(0, new TimeFormat(List.of("d.M.yy")), 1, new TimeFormat(List.of("d.M.yyyy"))));

    assertThat(values)
        .extracting(PersonalValue::value, PersonalValue::quality)
        .containsExactly(tuple("1940-01-05", Quality.VALID), tuple("2040-01-05", Quality.DOUBTFUL));
  }

  @Test
  void birthDates_inFormatsOfTheirOwn_areReadEachByItsOwn() {
    List<PersonalValue> values =
        normalizer.normalise(
            List.of(
                new GivenValue(PersonalField.BIRTH_DATE, "03/04/1980"),
                new GivenValue(PersonalField.BIRTH_DATE, "03/04/1980"),
                new GivenValue(PersonalField.BIRTH_DATE, "1980-04-03")),
            "GB",
            Map.of(0, new TimeFormat(List.of("d/M/yyyy")), 1, new TimeFormat(List.of("M/d/yyyy"))));

    assertThat(values)
        .extracting(PersonalValue::value)
        .containsExactly("1980-04-03", "1980-03-04", "1980-04-03");
  }

  @Test
  void wholeName_besideItsParts_isLeftWhole() {
    List<PersonalValue> values =
        normalizer.normalise(
            List.of(
                new GivenValue(PersonalField.NAME, "Maria García"),
                new GivenValue(PersonalField.GIVEN_NAME, "Mia")),
            "GB",
            Map.of());

    assertThat(values).hasSize(2);
  }

  @Test
  void personalValue_printed_showsNothing() {
    List<PersonalValue> values =
        new ArrayList<>(
            normalizer.normalise(
                List.of(new GivenValue(PersonalField.EMAIL, "secret@example.org")),
                "GB",
                Map.of()));

    assertThat(values.toString()).doesNotContain("secret");
  }

  private static String valueOf(List<PersonalValue> values, PersonalField field) {
    return values.stream()
        .filter(value -> value.field() == field)
        .map(PersonalValue::value)
        .findFirst()
        .orElse(null);
  }
}
