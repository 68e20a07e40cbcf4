package io.cornerstore.intake.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the events API behaves.
 *
 * @param allowedOrigins pages whose scripts may send events, as {@code https://shop.example.org};
 *     {@code *} for all. None: no browser may
 * @param country ISO 3166-1 alpha-2: where numbers and addresses without a country are
 * @param currency ISO 4217: of amounts without one; none: such amounts are kept as text
 * @param trust of these sources for ties of survivorship, 0 to 100
 * @param publicUrl what browsers reach this server by, {@code https://events.example.org}; none:
 *     what the request names
 */
@ConfigurationProperties("cornerstore.events")
public record EventSettings(
    @DefaultValue List<String> allowedOrigins,
    @Nullable String country,
    @Nullable String currency,
    @DefaultValue("50") int trust,
    @Nullable String publicUrl) {

  public EventSettings {
    allowedOrigins = List.copyOf(allowedOrigins);
    if (trust < 0 || trust > 100) {
      throw new IllegalArgumentException("cornerstore.events.trust is 0 to 100, not " + trust);
    }
  }

  /** The values used when nothing is configured. */
  public static EventSettings defaults() {
    return new EventSettings(List.of(), null, null, 50, null);
  }
}
