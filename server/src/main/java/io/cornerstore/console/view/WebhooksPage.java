package io.cornerstore.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Endpoints of webhooks and what could not be sent. */
public record WebhooksPage(
    PageFrame frame,
    @Nullable String secret,
    @Nullable String message,
    @Nullable String mistake,
    List<String> types,
    List<Endpoint> endpoints) {

  public WebhooksPage {
    types = List.copyOf(types);
    endpoints = List.copyOf(endpoints);
  }

  /** One endpoint with its newest messages that are not delivered. */
  public record Endpoint(
      String id,
      String url,
      String description,
      String types,
      String state,
      String tone,
      @Nullable String note,
      boolean enabled,
      String waiting,
      String delivered,
      String dead,
      List<Message> messages) {

    public Endpoint {
      messages = List.copyOf(messages);
    }
  }

  /** One message. */
  public record Message(
      long number, String type, String when, String state, int attempts, String error) {}

  @Override
  public String toString() {
    return "WebhooksPage";
  }
}
