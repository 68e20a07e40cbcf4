package io.cornerstore.console.feeds;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.WebhooksPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.delivery.WebhookRefused;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.delivery.Webhooks.Dispatch;
import io.cornerstore.delivery.Webhooks.Endpoint;
import io.cornerstore.delivery.Webhooks.NewEndpoint;
import io.cornerstore.delivery.Webhooks.WithSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Endpoints that are told of customers, for engineers. */
@Controller
final class WebhooksController {

  private static final int MESSAGES = 20;

  private final Pages pages;
  private final Readers readers;
  private final Webhooks webhooks;
  private final Clock clock;

  WebhooksController(Pages pages, Readers readers, Webhooks webhooks, Clock clock) {
    this.pages = pages;
    this.readers = readers;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  @GetMapping("/feeds/webhooks")
  ResponseEntity<String> list(HttpServletRequest request) {
    readers.requireKeeperOfFeeds();
    return show(request, null, null, null);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      @Nullable String secret,
      @Nullable String message,
      @Nullable String mistake) {
    Wording words = readers.words(request);
    return pages.show(
        "webhooks",
        new WebhooksPage(
            readers.frame(request, "webhooks.title", "feeds"),
            secret,
            message,
            mistake,
            new TreeSet<>(Webhooks.TYPES)
                .stream().filter(type -> !type.equals("webhook.test")).toList(),
            webhooks.list().stream().map(one -> endpoint(one, words)).toList()));
  }

  private WebhooksPage.Endpoint endpoint(Endpoint one, Wording words) {
    List<WebhooksPage.Message> messages = new ArrayList<>();
    for (String state : List.of("dead", "waiting")) {
      webhooks.dispatches(one.id(), state, null, MESSAGES).items().stream()
          .map(message -> message(message, words))
          .forEach(messages::add);
    }
    String state = !one.enabled() ? "disabled" : one.failingSince() != null ? "failing" : "enabled";
    String tone =
        switch (state) {
          case "enabled" -> "good";
          case "failing" -> "care";
          default -> "bad";
        };
    return new WebhooksPage.Endpoint(
        one.id().toString(),
        one.url(),
        one.description(),
        one.types().isEmpty()
            ? words.text("webhooks.everything")
            : String.join(", ", new TreeSet<>(one.types())),
        words.term("webhook-state", state),
        tone,
        one.note().isEmpty() ? null : one.note(),
        one.enabled(),
        words.whole(one.waiting()),
        words.whole(one.delivered()),
        words.whole(one.dead()),
        messages);
  }

  private static WebhooksPage.Message message(Dispatch message, Wording words) {
    String error = message.lastError();
    return new WebhooksPage.Message(
        message.message(),
        message.type(),
        words.time(message.at(), ZoneOffset.UTC),
        words.term("webhook-message", message.state()),
        message.attempts(),
        error == null ? "" : error);
  }

  @PostMapping("/feeds/webhooks")
  ResponseEntity<String> add(
      HttpServletRequest request,
      @RequestParam("url") String url,
      @RequestParam(name = "description", defaultValue = "") String description,
      @RequestParam(name = "type", required = false) @Nullable List<String> types,
      @RequestParam(name = "signing", defaultValue = "v1") String signing) {
    Actor actor = operator();
    Set<String> wanted = types == null ? Set.of() : Set.copyOf(types);
    try {
      WithSecret added = webhooks.add(actor, new NewEndpoint(url, description, wanted, signing));
      return show(request, added.secret(), null, null);
    } catch (WebhookRefused refused) {
      return show(request, null, null, refused.getMessage());
    }
  }

  @PostMapping("/feeds/webhooks/{id}")
  ResponseEntity<String> act(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("act") String act,
      @RequestParam(name = "message", required = false) @Nullable Long message) {
    Actor actor = operator();
    if (webhooks.find(id).isEmpty()) {
      throw new NoSuchPage();
    }
    Wording words = readers.words(request);
    return switch (act) {
      case "test" -> {
        webhooks.test(actor, id);
        yield show(request, null, words.text("webhooks.tested"), null);
      }
      case "rotate" ->
          show(request, webhooks.rotate(actor, id, Duration.ofDays(1)).secret(), null, null);
      case "enable" -> {
        webhooks.enable(actor, id);
        yield show(request, null, words.text("webhooks.enabled-now"), null);
      }
      case "disable" -> {
        webhooks.disable(actor, id, words.text("webhooks.by-hand"));
        yield show(request, null, words.text("webhooks.disabled-now"), null);
      }
      case "remove" -> {
        webhooks.remove(actor, id);
        yield show(request, null, words.text("webhooks.removed"), null);
      }
      case "replay" -> {
        long count = replay(actor, id, message);
        yield show(request, null, words.text("webhooks.replayed", count), null);
      }
      default -> throw new NoSuchPage();
    };
  }

  /** One message, or everything of the last day. */
  private long replay(Actor actor, UUID id, @Nullable Long message) {
    if (message == null) {
      return webhooks.replaySince(actor, id, clock.instant().minus(Duration.ofDays(1)));
    }
    webhooks.replay(actor, id, message);
    return 1;
  }

  private Actor operator() {
    readers.requireKeeperOfFeeds();
    return readers.require(AccessPurpose.OPERATION);
  }
}
