package io.cornerstore.intake.web;

import io.cornerstore.intake.segment.EventType;
import java.util.Optional;

/** What a path stands for. */
sealed interface Route {

  /** Many events in one body. */
  record Batch(boolean beacon) implements Route {}

  /** One event; the path says its type. */
  record Single(EventType type) implements Route {}

  /** One event in the query of a picture. */
  record Pixel(EventType type) implements Route {}

  /** Another system's notice. */
  record Webhook() implements Route {}

  /** What a client measures of itself: nobody here wants it. */
  record Metrics() implements Route {}

  /** What Segment's clients ask for when they start. */
  record Settings(String key) implements Route {}

  /** What RudderStack's clients ask for when they start. */
  record SourceConfig() implements Route {}

  /** Whether events are taken. */
  record Health() implements Route {}

  /** What is running. */
  record Version() implements Route {}

  /** The method it is called by, beside OPTIONS. */
  default String method() {
    return switch (this) {
      case Batch _, Single _, Webhook _, Metrics _ -> "POST";
      case Pixel _, Settings _, SourceConfig _, Health _, Version _ -> "GET";
    };
  }

  /** Whether the key may stand in the query. */
  default boolean keyInQuery() {
    return switch (this) {
      case Batch batch -> batch.beacon();
      case Pixel _, Webhook _, SourceConfig _ -> true;
      case Single _, Metrics _, Settings _, Health _, Version _ -> false;
    };
  }

  /** The route of a path, with or without a slash at its end. */
  static Optional<Route> find(String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return switch (plain) {
      case "/v1/batch", "/v1/b", "/v1/import" -> Optional.of(new Batch(false));
      case "/beacon/v1/batch" -> Optional.of(new Batch(true));
      case "/pixel/v1/track" -> Optional.of(new Pixel(EventType.TRACK));
      case "/pixel/v1/page" -> Optional.of(new Pixel(EventType.PAGE));
      case "/v1/webhook" -> Optional.of(new Webhook());
      case "/v1/m" -> Optional.of(new Metrics());
      case "/sourceConfig" -> Optional.of(new SourceConfig());
      case "/health" -> Optional.of(new Health());
      case "/version" -> Optional.of(new Version());
      default -> settings(plain).or(() -> single(plain));
    };
  }

  private static Optional<Route> single(String path) {
    if (!path.startsWith("/v1/")) {
      return Optional.empty();
    }
    String word = path.substring("/v1/".length());
    return EventType.findByWord(word).or(() -> EventType.findByLetter(word)).map(Single::new);
  }

  private static Optional<Route> settings(String path) {
    String[] parts = path.split("/", -1);
    int first = path.startsWith("/v1/") ? 2 : 1;
    return parts.length == first + 3
            && parts[first].equals("projects")
            && parts[first + 2].equals("settings")
        ? Optional.of(new Settings(parts[first + 1]))
        : Optional.empty();
  }
}
