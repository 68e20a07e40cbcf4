package io.cornerstore.console.feeds;

import io.cornerstore.console.view.HomePage.Line;
import io.cornerstore.console.view.HomePage.Panel;
import io.cornerstore.console.view.Wording;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.identity.ResolverPosition;
import io.cornerstore.intake.FeedWatch;
import io.cornerstore.intake.FeedWatch.Feed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The feeds on the first page: what waits, how far behind, and the last errors. Never content. */
public final class FeedHealth {

  private static final int MOST = 3;
  private static final Duration LATELY = Duration.ofDays(7);
  private static final Duration SLOW = Duration.ofMinutes(5);

  private final FeedWatch watch;
  private final ResolverPosition resolver;
  private final Webhooks webhooks;
  private final Clock clock;

  FeedHealth(FeedWatch watch, ResolverPosition resolver, Webhooks webhooks, Clock clock) {
    this.watch = watch;
    this.resolver = resolver;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** How they are, in a few lines. */
  public Panel panel(Wording words) {
    List<Feed> feeds = watch.feeds();
    long waiting = feeds.stream().mapToLong(Feed::waiting).sum();
    List<Line> lines = new ArrayList<>();
    lines.add(lag(words));
    feeds.stream()
        .filter(this::failedLately)
        .sorted(Comparator.comparing(FeedHealth::errorAt).reversed())
        .limit(MOST)
        .forEach(feed ->
            lines.add(
                new Line(
                    FeedsController.name(feed),
                    words.reason(String.valueOf(feed.lastError())),
                    "bad")));
    Webhooks.Backlog backlog = webhooks.backlog();
    if (backlog.waiting() + backlog.dead() > 0) {
      lines.add(
          new Line(
              words.text("webhooks.title"),
              words.text("home.webhooks-backlog", backlog.waiting(), backlog.dead()),
              backlog.dead() > 0 ? "bad" : ""));
    }
    return new Panel(
        words.text("feeds.quarantine"),
        words.whole(waiting),
        words.text(waiting == 0 ? "feeds.nothing" : "home.feeds-remark"),
        lines,
        null,
        "/feeds",
        words.text("home.feeds-open"));
  }

  private Line lag(Wording words) {
    FeedWatch.Backlog behind = watch.behind(resolver.now().resolved());
    Instant oldest = behind.oldest();
    if (oldest == null) {
      return new Line(words.text("feeds.unresolved"), words.text("feeds.all-resolved"), "good");
    }
    Duration age = Duration.between(oldest, clock.instant());
    return new Line(
        words.text("feeds.unresolved"),
        words.text("home.lag", behind.entries(), Math.max(0, age.toSeconds())),
        age.compareTo(SLOW) > 0 ? "care" : "");
  }

  private boolean failedLately(Feed feed) {
    return feed.lastError() != null && errorAt(feed).isAfter(clock.instant().minus(LATELY));
  }

  private static Instant errorAt(Feed feed) {
    Instant at = feed.lastErrorAt();
    return at == null ? Instant.EPOCH : at;
  }
}
