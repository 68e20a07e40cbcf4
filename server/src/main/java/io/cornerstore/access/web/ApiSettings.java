package io.cornerstore.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What programs may ask of the API.
 *
 * @param requestsPerSecond of each key, with ten seconds' worth at once; 0 for any number
 */
@ConfigurationProperties("cornerstore.access.api")
record ApiSettings(@DefaultValue("500") int requestsPerSecond) {

  private static final int MOST = 100_000;

  ApiSettings {
    if (requestsPerSecond < 0 || requestsPerSecond > MOST) {
      throw new IllegalArgumentException(
          "cornerstore.access.api.requests-per-second is 0 to %d, not %d"
              .formatted(MOST, requestsPerSecond));
    }
  }
}
