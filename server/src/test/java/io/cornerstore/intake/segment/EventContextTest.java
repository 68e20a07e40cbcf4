package io.cornerstore.intake.segment;

import static io.cornerstore.intake.segment.Interpreted.batch;
import static io.cornerstore.intake.segment.Interpreted.event;
import static io.cornerstore.intake.segment.Interpreted.reading;
import static io.cornerstore.intake.segment.Interpreted.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.kernel.PersonalField;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is kept of all that comes along with an event. */
class EventContextTest {

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
    List<IncomingEvent> events = batch(json);
    assertThat(events.get(0).extra())
        .containsEntry("context.library.name", "analytics-java")
        .containsEntry("context.locale", "de");
    assertThat(events.get(1).extra())
        .containsEntry("context.library.name", "own")
        .containsEntry("context.locale", "en");
  }
}
