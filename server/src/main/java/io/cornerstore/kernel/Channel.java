package io.cornerstore.kernel;

import java.util.Arrays;
import java.util.Optional;

/** The eight kinds of source a record can come through. The order is stored: append only. */
public enum Channel {
  STORE_PURCHASE("store-purchase"),
  WEB_ORDER("web-order"),
  MAIL_ORDER("mail-order"),
  WEB_FORM("web-form"),
  SERVICE_CALL("service-call"),
  LOYALTY_ACTIVITY("loyalty-activity"),
  DELIVERY_NOTE("delivery-note"),
  OTHER("other");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  /** The name used in mappings, the API and message bundles. */
  public String code() {
    return code;
  }

  /** The channel of that code, if there is one. */
  public static Optional<Channel> findByCode(String code) {
    return Arrays.stream(values()).filter(channel -> channel.code.equals(code)).findFirst();
  }
}
