package io.cornerstore.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.access.Actor;
import io.cornerstore.delivery.WebhookRefused;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.delivery.Webhooks.Dispatch;
import io.cornerstore.delivery.Webhooks.Endpoint;
import io.cornerstore.delivery.Webhooks.NewEndpoint;
import io.cornerstore.delivery.Webhooks.WithSecret;
import io.cornerstore.kernel.Page;
import io.cornerstore.profile.web.ApiProblem;
import io.cornerstore.profile.web.Caller;
import io.cornerstore.profile.web.JsonBody;
import io.cornerstore.profile.web.ProblemType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints of webhooks and what is sent to them. */
@RestController
final class WebhooksApi {

  private static final int MOST_MESSAGES = 500;

  private final Webhooks webhooks;
  private final Caller.Desk callers;
  private final JsonMapper json;

  WebhooksApi(Webhooks webhooks, Caller.Desk callers, JsonMapper json) {
    this.webhooks = webhooks;
    this.callers = callers;
    this.json = json;
  }

  record EndpointsJson(List<Endpoint> webhooks) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MessagesJson(List<Dispatch> messages, @Nullable String next) {}

  record ReplayedJson(long messages) {}

  @GetMapping("/api/v1/webhooks")
  EndpointsJson list(
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Operators.actor(callers, purpose);
    return new EndpointsJson(webhooks.list());
  }

  @PostMapping(path = "/api/v1/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<WithSecret> add(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    JsonBody asked = JsonBody.parse(body, json);
    String url = asked.text("url", 2_000);
    String description = asked.optionalText("description", 200);
    List<String> types = asked.words("types", 20);
    String signing = asked.optionalText("signing", 3);
    asked.end();
    NewEndpoint wanted =
        new NewEndpoint(
            url,
            description == null ? "" : description,
            Set.copyOf(types),
            signing == null ? "v1" : signing);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(answer(() -> webhooks.add(actor, wanted)));
  }

  @GetMapping("/api/v1/webhooks/{id}")
  Endpoint one(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Operators.actor(callers, purpose);
    return known(id);
  }

  @DeleteMapping("/api/v1/webhooks/{id}")
  ResponseEntity<Void> remove(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = about(id, purpose);
    webhooks.remove(actor, id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/api/v1/webhooks/{id}/enable")
  Endpoint enable(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = about(id, purpose);
    webhooks.enable(actor, id);
    return known(id);
  }

  @PostMapping(path = "/api/v1/webhooks/{id}/disable", consumes = MediaType.APPLICATION_JSON_VALUE)
  Endpoint disable(
      @PathVariable UUID id,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    JsonBody asked = JsonBody.parse(body, json);
    String reason = asked.text("reason", 400);
    asked.end();
    known(id);
    webhooks.disable(actor, id, reason);
    return known(id);
  }

  @PostMapping(path = "/api/v1/webhooks/{id}/rotate", consumes = MediaType.APPLICATION_JSON_VALUE)
  WithSecret rotate(
      @PathVariable UUID id,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    JsonBody asked = JsonBody.parse(body, json);
    int hours = asked.number("overlapHours", 0, 720, 24);
    asked.end();
    known(id);
    return answer(() -> webhooks.rotate(actor, id, Duration.ofHours(hours)));
  }

  @PostMapping("/api/v1/webhooks/{id}/test")
  ResponseEntity<Void> test(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = about(id, purpose);
    webhooks.test(actor, id);
    return ResponseEntity.accepted().build();
  }

  @GetMapping("/api/v1/webhooks/{id}/messages")
  MessagesJson messages(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    about(id, purpose);
    if (cursor != null && !cursor.matches("[0-9]{1,18}")) {
      throw ApiProblem.parameter("cursor", "is none of this list");
    }
    if (state != null && !Set.of("waiting", "delivered", "dead").contains(state)) {
      throw ApiProblem.parameter("state", "must be waiting, delivered or dead");
    }
    Page<Dispatch> page =
        webhooks.dispatches(id, state, cursor, Operators.limit(limit, MOST_MESSAGES));
    return new MessagesJson(page.items(), page.next());
  }

  @PostMapping(path = "/api/v1/webhooks/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  ReplayedJson replay(
      @PathVariable UUID id,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    JsonBody asked = JsonBody.parse(body, json);
    List<Long> messages = asked.numbers("messages", MOST_MESSAGES);
    String since = asked.optionalText("since", 40);
    if (messages.isEmpty() == (since == null)) {
      asked.mistake("messages", "either messages are named, or a time");
    }
    Instant from = since == null ? null : time(asked, since);
    asked.end();
    known(id);
    if (from != null) {
      return new ReplayedJson(webhooks.replaySince(actor, id, from));
    }
    return answer(() -> {
      messages.forEach(message -> webhooks.replay(actor, id, message));
      return new ReplayedJson(messages.size());
    });
  }

  /** Who asks, about an endpoint that is there. */
  private Actor about(UUID id, @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    known(id);
    return actor;
  }

  private static @Nullable Instant time(JsonBody asked, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      asked.mistake("since", "must be a time such as 2026-01-31T12:00:00Z");
      return null;
    }
  }

  private Endpoint known(UUID id) {
    return webhooks
        .find(id)
        .orElseThrow(
            () -> new ApiProblem(ProblemType.NOT_FOUND, "There is no webhook " + id + "."));
  }

  private static <T> T answer(Supplier<T> work) {
    try {
      return work.get();
    } catch (WebhookRefused e) {
      throw new ApiProblem(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
