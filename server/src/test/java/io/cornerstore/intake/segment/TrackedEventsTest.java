package io.cornerstore.intake.segment;

import static io.cornerstore.intake.segment.Interpreted.event;
import static io.cornerstore.intake.segment.Interpreted.track;
import static io.cornerstore.intake.segment.Interpreted.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tracked event becomes by its name. */
class TrackedEventsTest {

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
        "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"Return"
            + " Received\",\"properties\":{\"channel\":\"%s\"}}";
    assertThat(event(json.formatted("store-purchase")).channel()).isEqualTo(Channel.STORE_PURCHASE);
    assertThat(event(json.formatted("moon")).channel()).isEqualTo(Channel.WEB_ORDER);
  }
}
