package io.cornerstore.intake.web;

import io.cornerstore.intake.IntakeBusyException;
import io.cornerstore.intake.segment.Arrival;
import io.cornerstore.intake.segment.Call;
import io.cornerstore.intake.segment.CallMalformed;
import io.cornerstore.intake.segment.CallReader;
import io.cornerstore.intake.segment.Door;
import io.cornerstore.intake.segment.EventCalls;
import io.cornerstore.intake.segment.EventType;
import io.cornerstore.kernel.SourceSystem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events API, compatible with the clients of Segment and RudderStack. Answers success only when
 * everything of a call is durable, and never with a redirect, which some clients take for success.
 * Thread-safe.
 *
 * <p>A servlet rather than a controller: a body is JSON whatever its label says, and the framework
 * would read one that is labelled as a form before anybody could.
 */
final class EventsServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

  private final transient WriteKeys keys;
  private final transient BodyReader bodies;
  private final transient EventCalls calls;
  private final transient BootAnswers boot;
  private final transient Answers answers;
  private final transient Stopping stopping;
  private final transient Clock clock;
  private final transient CallReader reader = new CallReader();
  private volatile Instant nextReport = Instant.EPOCH;

  /** What it works with. */
  record Parts(
      WriteKeys keys,
      BodyReader bodies,
      EventCalls calls,
      BootAnswers boot,
      Answers answers,
      Stopping stopping,
      Clock clock) {}

  EventsServlet(Parts parts) {
    this.keys = parts.keys();
    this.bodies = parts.bodies();
    this.calls = parts.calls();
    this.boot = parts.boot();
    this.answers = parts.answers();
    this.stopping = parts.stopping();
    this.clock = parts.clock();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(request, response);
    } catch (CallRefused e) {
      answers.refusal(response, e);
    } catch (CallMalformed e) {
      answers.refusal(
          response, new CallRefused(400, "invalid_request", String.valueOf(e.getMessage())));
    } catch (IntakeBusyException e) {
      answers.refusal(response, CallRefused.busy(e.retryAfter().plusMillis(999).toSeconds()));
    } catch (RuntimeException e) {
      report(e);
      answers.refusal(response, CallRefused.unavailable());
    }
  }

  /** With its trace now and then: a database that is away fails every request. */
  private void report(RuntimeException e) {
    Instant now = clock.instant();
    if (now.isBefore(nextReport)) {
      LOG.warn("events could not be taken: {}", e.getClass().getName());
    } else {
      nextReport = now.plus(BETWEEN_REPORTS);
      LOG.error("events could not be taken", e);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Route route =
        Route.find(path)
            .orElseThrow(() -> new CallRefused(404, "not_found", "there is nothing at this path"));
    String method = request.getMethod();
    response.setHeader("Allow", route.method() + ", OPTIONS");
    if (method.equals("OPTIONS")) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    if (!method.equals(route.method())) {
      throw new CallRefused(405, "method_not_allowed", "this path is called by " + route.method());
    }
    if (stopping.now()) {
      throw CallRefused.unavailable();
    }
    answer(route, request, response);
  }

  private void answer(Route route, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (route) {
      case Route.Batch(boolean beacon) ->
          events(route, request, response, beacon ? Door.BROWSER : Door.LIBRARY, null);
      case Route.Single(EventType type) -> events(route, request, response, Door.LIBRARY, type);
      case Route.Webhook _ -> events(route, request, response, Door.WEBHOOK, null);
      case Route.Pixel(EventType type) -> pixel(request, response, type);
      case Route.Metrics _ -> answers.success(response);
      case Route.Settings(String key) -> {
        keys.source(key, request);
        answers.body(response, 200, boot.settings(key, request));
      }
      case Route.SourceConfig _ -> {
        String key = keyBeforeBody(route, request);
        SourceSystem source = keys.source(key, request);
        answers.body(response, 200, boot.sourceConfig(String.valueOf(key), source));
      }
      case Route.Health _ -> answers.body(response, 200, status("status", "UP"));
      case Route.Version _ -> answers.body(response, 200, status("version", version()));
    }
  }

  private void events(
      Route route,
      HttpServletRequest request,
      HttpServletResponse response,
      Door door,
      @Nullable EventType type)
      throws IOException {
    String early = keyBeforeBody(route, request);
    SourceSystem known = early == null ? null : keys.source(early, request);
    bodies.read(
        request,
        body -> {
          calls.admit();
          Call call =
              type == null && door != Door.WEBHOOK ? reader.batch(body) : reader.single(body);
          SourceSystem source =
              known == null
                  ? keys.source(
                      call.writeKey() == null ? keys.bearer(request) : call.writeKey(), request)
                  : known;
          calls.take(call, body, new Arrival(source, door, type, clock.instant()));
        });
    answers.success(response);
  }

  private void pixel(HttpServletRequest request, HttpServletResponse response, EventType type)
      throws IOException {
    SourceSystem source = keys.source(keyBeforeBody(new Route.Pixel(type), request), request);
    byte[] body =
        PixelQuery.event(request.getQueryString()).toString().getBytes(StandardCharsets.UTF_8);
    calls.take(reader.single(body), body, new Arrival(source, Door.BROWSER, type, clock.instant()));
    answers.pixel(response);
  }

  private @Nullable String keyBeforeBody(Route route, HttpServletRequest request) {
    String basic = keys.basic(request);
    return basic == null && route.keyInQuery()
        ? PixelQuery.parameter(request.getQueryString(), "writeKey")
        : basic;
  }

  private static ObjectNode status(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  private static String version() {
    String version = EventsServlet.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
