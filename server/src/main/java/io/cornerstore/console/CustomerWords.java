package io.cornerstore.console;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import java.util.Locale;
import java.util.Set;

/** Small decisions of wording and style for customers. */
final class CustomerWords {

  private CustomerWords() {}

  /* In front of a name, but nobody's initial. */
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof");

  /** One or two letters for the badge. */
  static String initials(String name) {
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

  /** How a customer was found, in words. */
  static String foundBy(String code) {
    return switch (code) {
      case "email" -> "e-mail";
      case "postal_code", "postal-code", "postcode" -> "postcode";
      case "loyalty_card", "loyalty-card" -> "card";
      case "subject_key", "subject-key" -> "customer number";
      default -> code.replace('_', ' ');
    };
  }

  /** The icon of an entry. */
  static String icon(InteractionType type, Channel channel) {
    if (type == InteractionType.RETURN || type == InteractionType.CANCELLATION) {
      return "return";
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
