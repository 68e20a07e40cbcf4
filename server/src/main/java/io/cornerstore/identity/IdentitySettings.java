package io.cornerstore.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How identity works.
 *
 * @param batch log entries read at once
 * @param largeFrom a backlog of fewer entries is never a large load
 * @param largeShare a backlog above this share of the subjects held is a large load: linking waits
 *     for its end and is done once for all
 * @param trainFrom subjects needed before a model is trained; below, the untrained model serves
 * @param trainGrowth a new model is trained when there are this many times the subjects of the last
 * @param poll how long to wait before looking again for new entries
 */
@ConfigurationProperties("cornerstore.identity")
public record IdentitySettings(
    @DefaultValue("5000") int batch,
    @DefaultValue("5000") int largeFrom,
    @DefaultValue("0.2") double largeShare,
    @DefaultValue("1000") int trainFrom,
    @DefaultValue("4") double trainGrowth,
    @DefaultValue("100ms") Duration poll) {

  /** The values used when nothing is configured. */
  public static IdentitySettings defaults() {
    return new IdentitySettings(5_000, 5_000, 0.2, 1_000, 4, Duration.ofMillis(100));
  }
}
