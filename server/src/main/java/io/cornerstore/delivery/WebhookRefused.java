package io.cornerstore.delivery;

/** Something about an endpoint cannot be done. Says what and what to do. */
public final class WebhookRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With the reason. */
  public WebhookRefused(String message) {
    super(message);
  }
}
