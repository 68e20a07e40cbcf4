package io.cornerstore.intake.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.TimeOrderedIds;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventInterpreterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SourceSystem SHOP = new SourceSystem("webshop");

  private final CallReader reader = new CallReader();
  private final EventInterpreter interpreter =
      new EventInterpreter(
          EventSettings.defaults(),
          new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7)));

  private EventReading reading(String json) {
    return reading(json, Door.LIBRARY);
  }

  private EventReading reading(String json, Door door) {
    Call call = reader.single(json.getBytes(StandardCharsets.UTF_8));
    return interpreter.read(call.events().getFirst(), call, new Arrival(SHOP, door, null, NOW));
  }

  private IncomingEvent event(String json) {
    return ((EventReading.Read) reading(json)).event();
  }

  private Interaction track(String event, String properties) {
    return Objects.requireNonNull(
        event(
                "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"%s\",\"properties\":%s}"
                    .formatted(event, properties))
            .interaction());
  }

  private static GivenValue value(PersonalField field, String text) {
    return new GivenValue(field, text);
  }

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

  @Test
  void orderCompleted_isAPurchaseWithLines() {
    Interaction purchase =
        track(
            "Order Completed",
            """
            {"order_id":1001,"total":"27.50","currency":"usd","coupon":"SPRING","products":[
              {"sku":"ab-1","name":"Lamp","price":10,"quantity":2,"category":"Light","brand":"Lux"},
              {"product_id":"x9","price":7.5}, "odd"]}
            """);
    assertThat(purchase.type()).isEqualTo(InteractionType.PURCHASE);
    assertThat(purchase.order()).isEqualTo("1001");
    assertThat(purchase.amount()).isEqualTo(new Money(2750, "USD"));
    assertThat(purchase.lines()).hasSize(2);
    var lamp = purchase.lines().getFirst();
    assertThat(lamp.sku()).isEqualTo("AB-1");
    assertThat(lamp.quantity()).isEqualByComparingTo("2");
    assertThat(lamp.amount()).isEqualTo(new Money(2000, "USD"));
    assertThat(lamp.maker()).isEqualTo("Lux");
    assertThat(purchase.lines().getLast().quantity()).isEqualByComparingTo(BigDecimal.ONE);
  }

  @Test
  void orderCompleted_withoutCurrency_keepsTheNumberAsText() {
    IncomingEvent event =
        event(
            """
            {"type":"track","userId":"u","event":"Order Completed",
             "properties":{"order_id":"1","total":5,"currency":"doubloons"}}
            """);
    assertThat(Objects.requireNonNull(event.interaction()).amount()).isNull();
    assertThat(event.extra())
        .containsEntry("properties.total", "5")
        .containsEntry("properties.currency", "doubloons");
  }

  @Test
  void orderCompleted_emailOfAGuest_isAValue_nameOfTheOrderIsNot() {
    IncomingEvent event =
        event(
            """
            {"type":"track","anonymousId":"a","event":"order_completed",
             "properties":{"order_id":"1","email":"guest@example.org","name":"Spring order"}}
            """);
    assertThat(event.values()).containsExactly(value(PersonalField.EMAIL, "guest@example.org"));
    assertThat(event.extra()).containsEntry("properties.name", "Spring order");
    assertThat(event.channel()).isEqualTo(Channel.WEB_ORDER);
  }

  @Test
  void orderRefunded_isAReturnThatRefersToItsOrder() {
    Interaction back =
        track(
            "Order Refunded",
            """
            {"order_id":"1001","total":10,"currency":"EUR","products":[{"sku":"a","price":10,"quantity":1}]}
            """);
    assertThat(back.type()).isEqualTo(InteractionType.RETURN);
    assertThat(back.refersTo()).isEqualTo("1001");
    assertThat(back.order()).isNull();
    assertThat(back.lines().getFirst().quantity()).isEqualByComparingTo("-1");
    assertThat(back.lines().getFirst().amount()).isEqualTo(new Money(-1000, "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "Order Cancelled, CANCELLATION",
    "Order Canceled, CANCELLATION",
    "order_cancelled, CANCELLATION",
    "Return Received, RETURN",
    "Return Requested, OTHER",
    "Order Updated, OTHER",
    "Store Purchase Completed, PURCHASE",
    "Delivery Failed, DELIVERY",
    "Call Completed, CALL",
    "Points Earned, POINTS",
    "Form Submitted, FORM",
    "Product Viewed, VISIT",
    "Segment Consent Preference Updated, CONSENT",
    "Something Else, OTHER"
  })
  void track_name_saysTheType(String name, InteractionType type) {
    assertThat(track(name, "{}").type()).isEqualTo(type);
  }

  @Test
  void delivery_call_points_haveTheirFields() {
    Interaction delivery =
        track("Delivery Completed", "{\"order_id\":\"1\",\"tracking_number\":\"T9\"}");
    assertThat(delivery.refersTo()).isEqualTo("1");
    assertThat(delivery.tracking()).isEqualTo("T9");
    assertThat(delivery.status()).isEqualTo("completed");
    Interaction call =
        track("Call Completed", "{\"topic\":\"late parcel\",\"note\":\"calls back\"}");
    assertThat(call.topic()).isEqualTo("late parcel");
    assertThat(call.note()).isEqualTo("calls back");
    assertThat(track("Points Redeemed", "{\"points\":50}").points()).isEqualTo(-50);
    assertThat(track("Points Earned", "{\"points\":\"50\"}").points()).isEqualTo(50);
    assertThat(track("Points Earned", "{\"points\":1e400}").points()).isNull();
  }

  @Test
  void form_isDeclared() {
    IncomingEvent event =
        event(
            """
            {"type":"track","anonymousId":"a","event":"Form Submitted",
             "properties":{"form_name":"newsletter","email":"ada@example.org","given-name":"Ada"}}
            """);
    assertThat(event.basis()).isEqualTo(Basis.DECLARED);
    assertThat(event.channel()).isEqualTo(Channel.WEB_FORM);
    assertThat(event.values()).hasSize(2);
    assertThat(Objects.requireNonNull(event.interaction()).topic()).isEqualTo("newsletter");
  }

  @Test
  void channel_inProperties_counts_whenItIsOne() {
    String json =
        "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"Return Received\",\"properties\":{\"channel\":\"%s\"}}";
    assertThat(event(json.formatted("store-purchase")).channel()).isEqualTo(Channel.STORE_PURCHASE);
    assertThat(event(json.formatted("moon")).channel()).isEqualTo(Channel.WEB_ORDER);
  }

  @Test
  void context_onlyUsefulPartsAreKept_addressOfBrowsersIsNot() {
    String json =
        """
        {"type":"page","userId":"u","context":{"ip":"192.0.2.7","userAgent":"Mozilla",
          "device":{"advertisingId":"z"},"page":{"url":"https://shop.example.org/a","width":9},
          "locale":"en-GB","library":{"name":"%s","version":"1"},
          "consent":{"categoryPreferences":{"ads":false}}}}
        """;
    IncomingEvent browser = event(json.formatted("analytics.js"));
    assertThat(browser.extra())
        .containsEntry("context.page.url", "https://shop.example.org/a")
        .containsEntry("context.locale", "en-GB")
        .containsEntry("context.consent.categoryPreferences.ads", "false")
        .doesNotContainKeys("context.ip", "context.page.width");
    assertThat(browser.extra().values()).doesNotContain("192.0.2.7", "Mozilla", "z");
    assertThat(event(json.formatted("@segment/analytics-node")).extra())
        .containsEntry("context.ip", "192.0.2.7");
  }

  @Test
  void externalIds_emailIsAValue_deviceIsNot() {
    IncomingEvent event =
        event(
            """
            {"type":"identify","userId":"u","context":{"externalIds":[
              {"id":"ada@example.org","type":"email","collection":"users","encoding":"none"},
              {"id":"77aa","type":"ios.idfa","collection":"users","encoding":"none"}]}}
            """);
    assertThat(event.values()).containsExactly(value(PersonalField.EMAIL, "ada@example.org"));
    assertThat(event.extra()).containsEntry("context.externalIds.1.id", "77aa");
  }

  @Test
  void extra_isBounded_andSaysSo() {
    StringBuilder many = new StringBuilder("{\"type\":\"page\",\"userId\":\"u\",\"properties\":{");
    for (int i = 0; i < 500; i++) {
      many.append("\"p").append(i).append("\":\"").append("v".repeat(40)).append("\",");
    }
    IncomingEvent event = event(many.append("\"z\":1}}").toString());
    assertThat(event.extra()).hasSizeLessThanOrEqualTo(65).containsEntry("cut", "true");
    String deep = "{\"a\":".repeat(300) + "1" + "}".repeat(300);
    assertThat(event("{\"type\":\"page\",\"userId\":\"u\",\"properties\":" + deep + "}").extra())
        .containsEntry("cut", "true");
  }

  @Test
  void extra_cardNumberAsAName_isMasked() {
    IncomingEvent event =
        event(
            "{\"type\":\"page\",\"userId\":\"u\",\"properties\":{\"card 4111 1111 1111 1111\":1}}");
    assertThat(event.extra().keySet()).noneMatch(name -> name.contains("4111 1111 1111"));
  }

  @Test
  void largeEvent_onlyOfRudder_isTaken() {
    String json =
        "{\"type\":\"page\",\"userId\":\"u\",\"context\":{\"library\":{\"name\":\"%s\"}},\"properties\":{\"p\":\"%s\"}}";
    String large = "x".repeat(40_000);
    assertThat(reading(json.formatted("analytics-ruby", large)))
        .isEqualTo(new EventReading.Unreadable("the event is larger than 32768 bytes"));
    assertThat(reading(json.formatted("@rudderstack/rudder-sdk-node", large)))
        .isInstanceOf(EventReading.Read.class);
  }

  @Test
  void webhook_anyObject_isAnEventOfItsOwn() {
    EventReading reading = reading("{\"type\":\"order.created\",\"data\":{\"n\":1}}", Door.WEBHOOK);
    IncomingEvent event = ((EventReading.Read) reading).event();
    assertThat(event.subject().key()).isNull();
    assertThat(Objects.requireNonNull(event.interaction()).topic()).isEqualTo("Webhook Received");
    assertThat(event.extra()).containsEntry("properties.data.n", "1");
  }

  @Test
  void batchContext_fillsWhatAnEventHasNot() {
    String json =
        """
        {"batch":[{"type":"page","userId":"u","context":{"locale":"de"}},
                  {"type":"page","userId":"u","context":{"library":{"name":"own","version":"2"}}}],
         "context":{"library":{"name":"analytics-java","version":"3.5"},"locale":"en"}}
        """;
    Call call = reader.batch(json.getBytes(StandardCharsets.UTF_8));
    List<IncomingEvent> events =
        call.events().stream()
            .map(event ->
                ((EventReading.Read)
                        interpreter.read(event, call, new Arrival(SHOP, Door.LIBRARY, null, NOW)))
                    .event())
            .toList();
    assertThat(events.get(0).extra())
        .containsEntry("context.library.name", "analytics-java")
        .containsEntry("context.locale", "de");
    assertThat(events.get(1).extra())
        .containsEntry("context.library.name", "own")
        .containsEntry("context.locale", "en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "\"x\"",
        "[]",
        "{",
        "{}}",
        "{\"a\":1}x",
        "{\"a\":NaN}",
        "{'a':1}",
        "\u0000",
        "{\"a\":\"\u0001\"}"
      })
  void body_thatIsNoObject_isMalformed(String body) {
    assertThatThrownBy(() -> reader.single(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CallMalformed.class)
        .hasMessageNotContaining("NaN");
  }

  @Test
  void body_inOtherEncodings_orWithMark() {
    byte[] plain = "{\"type\":\"page\",\"userId\":\"u\"}".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> reader.single(plain)).isInstanceOf(CallMalformed.class);
    byte[] marked = "\uFEFF{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    Call call = reader.single(marked);
    assertThat(call.events().getFirst().content()).isNotNull();
    assertThat(
            new String(
                marked,
                call.events().getFirst().from(),
                call.events().getFirst().size(),
                StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":\"é\"}");
  }
}
