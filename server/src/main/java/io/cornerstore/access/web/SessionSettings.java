package io.cornerstore.access.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long staff stay signed in. NIST SP 800-63B-4 wants a new sign-in after 24 hours or an hour
 * without activity where one factor is not enough (AAL2); these are no longer for one factor.
 *
 * @param longest from sign-in to its end, whatever happens in between; at most 24 hours
 * @param freshFor acts on accounts need a sign-in no older than this
 */
@ConfigurationProperties("cornerstore.access.sessions")
record SessionSettings(
    @DefaultValue("12h") Duration longest, @DefaultValue("15m") Duration freshFor) {

  SessionSettings {
    if (longest.isNegative() || longest.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          "cornerstore.access.sessions.longest is at most 24h, not " + longest);
    }
    if (freshFor.isNegative() || freshFor.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "cornerstore.access.sessions.fresh-for is at most sessions.longest, not " + freshFor);
    }
  }
}
