package io.cornerstore.intake.segment;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a named event is: Segment's commerce events, and ours in the same style for what happens
 * away from the shop's pages.
 *
 * @param status when the event's properties give none
 */
record TrackRule(InteractionType type, Channel channel, @Nullable String status) {

  private static final TrackRule UNKNOWN =
      new TrackRule(InteractionType.OTHER, Channel.OTHER, null);
  private static final Map<String, TrackRule> RULES = rules();

  /** The rule of an event of this name; spellings with {@code _} and other case are the same. */
  static TrackRule of(String event) {
    String name = event.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
    return RULES.getOrDefault(name, UNKNOWN);
  }

  private static Map<String, TrackRule> rules() {
    Map<String, TrackRule> rules = new HashMap<>();
    add(rules, InteractionType.PURCHASE, Channel.WEB_ORDER, "order completed", "completed order");
    add(rules, InteractionType.PURCHASE, Channel.STORE_PURCHASE, "store purchase completed");
    add(rules, InteractionType.PURCHASE, Channel.MAIL_ORDER, "mail order completed");
    add(rules, InteractionType.RETURN, Channel.WEB_ORDER, "order refunded", "return received");
    add(
        rules,
        InteractionType.CANCELLATION,
        Channel.WEB_ORDER,
        "order cancelled",
        "order canceled");
    add(rules, InteractionType.OTHER, Channel.WEB_ORDER, "order updated");
    for (String status : new String[] {"requested", "inspected", "refused"}) {
      rules.put(
          "return " + status, new TrackRule(InteractionType.OTHER, Channel.WEB_ORDER, status));
    }
    for (String status : new String[] {"scheduled", "dispatched", "completed", "failed"}) {
      rules.put(
          "delivery " + status,
          new TrackRule(InteractionType.DELIVERY, Channel.DELIVERY_NOTE, status));
    }
    for (String status : new String[] {"completed", "missed"}) {
      rules.put(
          "call " + status, new TrackRule(InteractionType.CALL, Channel.SERVICE_CALL, status));
    }
    for (String status : new String[] {"earned", "redeemed", "expired"}) {
      rules.put(
          "points " + status,
          new TrackRule(InteractionType.POINTS, Channel.LOYALTY_ACTIVITY, status));
    }
    add(rules, InteractionType.FORM, Channel.WEB_FORM, "form submitted");
    add(rules, InteractionType.CONSENT, Channel.OTHER, "segment consent preference updated");
    add(
        rules,
        InteractionType.VISIT,
        Channel.OTHER,
        "products searched",
        "product list viewed",
        "product list filtered",
        "promotion viewed",
        "promotion clicked",
        "product clicked",
        "product viewed",
        "product added",
        "product removed",
        "cart viewed",
        "cart shared",
        "checkout started",
        "checkout step viewed",
        "checkout step completed",
        "payment info entered",
        "coupon entered",
        "coupon applied",
        "coupon denied",
        "coupon removed",
        "product added to wishlist",
        "product removed from wishlist",
        "wishlist product added to cart",
        "product shared",
        "product reviewed",
        "application opened",
        "application installed");
    return Map.copyOf(rules);
  }

  private static void add(
      Map<String, TrackRule> rules, InteractionType type, Channel channel, String... names) {
    for (String name : names) {
      rules.put(name, new TrackRule(type, channel, null));
    }
  }
}
