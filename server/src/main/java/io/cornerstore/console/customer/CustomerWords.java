package io.cornerstore.console.customer;

import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Decision;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.profile.ShownValue;
import java.util.Locale;
import java.util.Set;

/** Small decisions of wording and style for customers. */
public final class CustomerWords {

  private CustomerWords() {}

  /* In front of a name, but nobody's initial. */
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof");

  /** One or two letters for the badge. */
  public static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.strip().split("\\s+")) {
      if (!word.isEmpty()
          && Character.isLetterOrDigit(word.codePointAt(0))
          && !TITLES.contains(word.replace(".", "").toLowerCase(Locale.ROOT))) {
        initials.appendCodePoint(word.codePointAt(0));
      }
    }
    if (initials.length() <= 2) {
      return initials.isEmpty() ? "?" : initials.toString().toUpperCase(Locale.ROOT);
    }
    String all = initials.toString();
    int last = all.codePointBefore(all.length());
    return (Character.toString(all.codePointAt(0)) + Character.toString(last))
        .toUpperCase(Locale.ROOT);
  }

  /** What to call a customer: one without a name has a number instead. */
  public static String name(ShownValue displayName, Wording words) {
    return displayName.text().startsWith(ShownValue.NUMBER_SIGN)
        ? words.text("customer.number", displayName.text())
        : displayName.text();
  }

  /** What a decision did. */
  public static String what(Decision decision, Wording words) {
    int moved = decision.moves().size();
    return switch (decision.type()) {
      case MERGE -> words.text("decision.merge", moved);
      case SPLIT -> words.text("decision.split", moved);
      case UNDO ->
          moved == 0 ? words.text("decision.undo-apart") : words.text("decision.undo", moved);
      case APART -> words.text("decision.apart");
      case TOGETHER -> words.text("decision.together");
    };
  }

  /** Who acted, without a name. */
  public static String actor(String auditName, Wording words) {
    return auditName.startsWith("machine:")
        ? words.text("actor.engine", auditName.substring(8))
        : words.text("actor.staff");
  }

  /** The icon of an entry. */
  public static String icon(InteractionType type, Channel channel) {
    if (type == InteractionType.RETURN || type == InteractionType.CANCELLATION) {
      return "return";
    }
    if (type == InteractionType.NOTE) {
      return "note";
    }
    return switch (channel) {
      case STORE_PURCHASE -> "store";
      case WEB_ORDER -> "web";
      case MAIL_ORDER -> "mail";
      case WEB_FORM -> "form";
      case SERVICE_CALL -> "call";
      case LOYALTY_ACTIVITY -> "loyalty";
      case DELIVERY_NOTE -> "delivery";
      case OTHER -> "other";
    };
  }
}
