package io.cornerstore.intake.segment;

import static io.cornerstore.intake.segment.Interpreted.event;
import static io.cornerstore.intake.segment.Interpreted.reading;
import static io.cornerstore.intake.segment.Interpreted.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.PersonalField;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who an event is about, and what it says of them. */
class EventInterpreterTest {

  @Test
  void identify_reservedTraits_becomePersonalValues() {
    IncomingEvent event =
        event(
            """
            {"type":"identify","userId":"u1","anonymousId":"a1","traits":{
              "firstName":"Ada","last_name":"Byron","email":"ada@example.org","phone":"+1 202 555 0101",
              "birthday":"1980-05-17T00:00:00.000Z","gender":"f","title":"Engineer",
              "company":{"name":"Example Ltd","employees":12},
              "address":{"street":"1 Main St","city":"Springfield","state":"IL","postalCode":"62701",
                "country":"US","floor":3},
              "plan":"gold","state":"active"}}
            """);
    assertThat(event.values())
        .containsExactly(
            value(PersonalField.GIVEN_NAME, "Ada"),
            value(PersonalField.FAMILY_NAME, "Byron"),
            value(PersonalField.EMAIL, "ada@example.org"),
            value(PersonalField.PHONE, "+1 202 555 0101"),
            value(PersonalField.BIRTH_DATE, "1980-05-17"),
            value(PersonalField.SEX, "f"),
            value(PersonalField.ORGANIZATION_TITLE, "Engineer"),
            value(PersonalField.ORGANIZATION, "Example Ltd"),
            value(PersonalField.STREET_ADDRESS, "1 Main St"),
            value(PersonalField.LOCALITY, "Springfield"),
            value(PersonalField.REGION, "IL"),
            value(PersonalField.POSTAL_CODE, "62701"),
            value(PersonalField.COUNTRY, "US"));
    assertThat(event.extra())
        .containsEntry("traits.plan", "gold")
        .containsEntry("traits.state", "active")
        .containsEntry("traits.company.employees", "12")
        .containsEntry("traits.address.floor", "3")
        .containsEntry("anonymousId", "a1");
    assertThat(event.subject().key()).isEqualTo("u1");
    assertThat(event.interaction()).isNull();
    assertThat(event.basis()).isEqualTo(Basis.OBSERVED);
  }

  @Test
  void identify_autocompleteTokens_areUnderstood() {
    IncomingEvent event =
        event(
            """
            {"type":"identify","userId":"u1","traits":{"given-name":"Ada","family-name":"Byron",
              "tel":"+12025550101","bday":"1980","address-level2":"Springfield","postal-code":"62701"}}
            """);
    assertThat(event.values())
        .extracting(GivenValue::field)
        .containsExactly(
            PersonalField.GIVEN_NAME,
            PersonalField.FAMILY_NAME,
            PersonalField.PHONE,
            PersonalField.BIRTH_DATE,
            PersonalField.LOCALITY,
            PersonalField.POSTAL_CODE);
  }

  @Test
  void identify_traitsOnlyInContext_areTakenFromThere_butOwnOnesWin() {
    assertThat(
            event(
                    """
                    {"type":"identify","userId":"u","context":{"traits":{"email":"old@example.org"}}}
                    """)
                .values())
        .containsExactly(value(PersonalField.EMAIL, "old@example.org"));
    assertThat(
            event(
                    """
                    {"type":"identify","userId":"u","traits":{"email":"new@example.org"},
                     "context":{"traits":{"email":"old@example.org"}}}
                    """)
                .values())
        .containsExactly(value(PersonalField.EMAIL, "new@example.org"));
  }

  @Test
  void track_traitsInContext_areNotTaken() {
    IncomingEvent event =
        event(
            """
            {"type":"track","userId":"u","event":"Any","context":{"traits":{"email":"x@example.org"}}}
            """);
    assertThat(event.values()).isEmpty();
    assertThat(event.extra().values()).doesNotContain("x@example.org");
  }

  @Test
  void group_contactsOfTheCompany_areNotThePersons() {
    IncomingEvent event =
        event(
            """
            {"type":"group","userId":"u","groupId":7,
             "traits":{"name":"Example Ltd","email":"office@example.org","phone":"+12025550102"}}
            """);
    assertThat(event.values()).containsExactly(value(PersonalField.ORGANIZATION, "Example Ltd"));
    assertThat(event.extra())
        .containsEntry("groupId", "7")
        .containsEntry("traits.email", "office@example.org");
  }

  @Test
  void alias_isAProposalOnTheUser_andMergesNothing() {
    IncomingEvent event = event("{\"type\":\"alias\",\"userId\":\"new\",\"previousId\":\"old\"}");
    assertThat(event.subject().key()).isEqualTo("new");
    assertThat(Objects.requireNonNull(event.interaction()).type()).isEqualTo(InteractionType.OTHER);
    assertThat(event.interaction().topic()).isEqualTo("alias");
    assertThat(event.extra()).containsEntry("previousId", "old");
    assertThat(event.values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'12345', 12345",
    "'12345678901234567890123', 12345678901234567890123",
    "'42.0', 42",
    "'1.5', 1.5",
    "'1e3', 1000",
    "'-7', -7",
    "'\"  padded \"', padded",
    "'\"ünï\"', ünï",
  })
  void id_numbersAndTexts_areTexts(String json, String expected) {
    assertThat(event("{\"type\":\"page\",\"userId\":%s}".formatted(json)).subject().key())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0\"",
        "0",
        "\"0000\"",
        "\"00000000-0000-0000-0000-000000000000\"",
        "-1",
        "\"-\"",
        "\"null\"",
        "\"NULL\"",
        "\"anonymous\"",
        "\"undefined\"",
        "\"[object Object]\"",
        "\"NaN\"",
        "\"anon:a1\"",
        "true",
        "{}",
        "[1]",
        "\" \"",
        "null",
        "1e999999999"
      })
  void userId_thatMeansNobody_leavesTheAnonymousId(String json) {
    IncomingEvent event =
        event("{\"type\":\"page\",\"userId\":%s,\"anonymousId\":\"a1\"}".formatted(json));
    assertThat(event.subject().key()).isEqualTo("anon:a1");
    assertThat(event.subject().kind()).isEqualTo(SubjectKind.ANONYMOUS);
  }

  @Test
  void userId_thatMeansNobody_alone_isASubjectOfItsOwn() {
    IncomingEvent event = event("{\"type\":\"page\",\"userId\":\"anonymous\"}");
    assertThat(event.subject().key()).isNull();
    assertThat(event.subject().kind()).isEqualTo(SubjectKind.ANONYMOUS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"userId\":\"u\"} | the type is missing or none that is known",
        "{\"type\":\"delete\",\"userId\":\"u\"} | the type is missing or none that is known",
        "{\"type\":7,\"userId\":\"u\"} | the type is missing or none that is known",
        "{\"type\":\"page\"} | there is neither a userId nor an anonymousId",
        "{\"type\":\"page\",\"userId\":\"\"} | there is neither a userId nor an anonymousId",
        "{\"type\":\"page\",\"userId\":true} | there is neither a userId nor an anonymousId",
        "{\"type\":\"track\",\"userId\":\"u\"} | there is no event",
        "{\"type\":\"track\",\"userId\":\"u\",\"event\":{}} | there is no event",
        "{\"type\":\"group\",\"userId\":\"u\"} | there is no groupId",
        "{\"type\":\"alias\",\"userId\":\"u\"} | there is no previousId",
        "{\"type\":\"alias\",\"anonymousId\":\"a\",\"previousId\":\"b\"} | there is no userId",
        "{\"type\":\"merge\"} | there is no mergeProperties",
      })
  void event_withoutWhatItNeeds_isUnreadable(String json, String reason) {
    assertThat(reading(json)).isEqualTo(new EventReading.Unreadable(reason));
  }

  @Test
  void id_tooLong_isUnreadable() {
    assertThat(reading("{\"type\":\"page\",\"userId\":\"%s\"}".formatted("x".repeat(513))))
        .isEqualTo(new EventReading.Unreadable("an id is longer than 512 characters"));
  }

  @Test
  void messageId_absentTooLongOrNumber_isStillOne() {
    assertThat(event("{\"type\":\"page\",\"userId\":\"u\"}").messageId()).startsWith("minted-");
    assertThat(event("{\"type\":\"page\",\"userId\":\"u\",\"messageId\":99}").messageId())
        .isEqualTo("99");
    String endless = "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"%s\"}";
    assertThat(event(endless.formatted("x".repeat(600))).messageId())
        .isEqualTo(event(endless.formatted("x".repeat(600))).messageId())
        .hasSize(71)
        .isNotEqualTo(event(endless.formatted("x".repeat(601))).messageId());
  }
}
