package io.cornerstore.console.feeds;

import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.picture.BarsPicture;
import io.cornerstore.console.view.FeedPage;
import io.cornerstore.console.view.FeedsPage;
import io.cornerstore.console.view.FeedsPage.Figure;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.ResolverPosition;
import io.cornerstore.intake.FeedWatch;
import io.cornerstore.intake.FeedWatch.Feed;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.ScreeningReview;
import io.cornerstore.profile.GoldenRecords;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How feeds are doing, for engineers and administrators: names of files say much about a business.
 * Shows places, counts and reasons, never content.
 */
@Controller
final class FeedsController {

  private static final int ROWS = 100;
  private static final int RUNS = 50;
  private static final int LOW = 28;
  private static final int HIGH = 90;

  /** What the pages read. */
  record Faces(
      FeedWatch watch,
      Quarantine quarantine,
      ScreeningReview review,
      ImportRuns runs,
      ResolverPosition resolver,
      GoldenRecords golden) {}

  private final Pages pages;
  private final Readers readers;
  private final Faces faces;
  private final Clock clock;

  FeedsController(Pages pages, Readers readers, Faces faces, Clock clock) {
    this.pages = pages;
    this.readers = readers;
    this.faces = faces;
    this.clock = clock;
  }

  @GetMapping("/feeds")
  ResponseEntity<String> feeds(HttpServletRequest request) {
    readers.requireKeeperOfFeeds();
    Wording words = readers.words(request);
    Map<Integer, FeedWatch.Backlog> behind =
        faces.watch.behindByFeed(faces.resolver.now().resolved());
    return pages.show(
        "feeds",
        new FeedsPage(
            readers.frame(request, "menu.feeds", "feeds"),
            figures(words),
            faces.watch.feeds().stream()
                .map(feed -> line(feed, behind.get(feed.number()), words))
                .toList(),
            groups(null, words),
            faces.review.newest(ROWS).stream().map(item -> masked(item, words)).toList()));
  }

  private List<Figure> figures(Wording words) {
    ResolverPosition.Position position = faces.resolver.now();
    FeedWatch.Backlog behind = faces.watch.behind(position.resolved());
    long golden = Math.max(0, position.version() - faces.golden.version());
    long minute = faces.watch.feeds().stream().mapToLong(Feed::lastMinute).sum();
    long waiting = faces.quarantine.groups().stream().mapToLong(Quarantine.Group::rows).sum();
    return List.of(
        new Figure(words.text("feeds.rate"), words.whole(minute), words.text("feeds.rate-remark")),
        new Figure(
            words.text("feeds.unresolved"),
            words.whole(behind.entries()),
            since(behind.oldest(), words)),
        new Figure(
            words.text("feeds.unseen"),
            words.whole(golden),
            words.text(golden == 0 ? "feeds.all-visible" : "feeds.unseen-remark")),
        new Figure(
            words.text("feeds.quarantine"),
            words.whole(waiting),
            words.text(waiting == 0 ? "feeds.nothing" : "feeds.waits-for-you")));
  }

  private String age(FeedWatch.Backlog behind, Wording words) {
    Instant oldest = behind.oldest();
    long seconds =
        oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    return seconds < 120
        ? words.text("feeds.behind-seconds", seconds)
        : seconds < 7_200
            ? words.text("feeds.behind-minutes", seconds / 60)
            : words.text("feeds.behind-hours", seconds / 3_600);
  }

  private Figure behind(int feed, Wording words) {
    FeedWatch.Backlog behind = faces.watch.behindByFeed(faces.resolver.now().resolved()).get(feed);
    return new Figure(
        words.text("feeds.behind"),
        behind == null ? words.whole(0) : words.whole(behind.entries()),
        behind == null ? words.text("feeds.all-resolved") : age(behind, words));
  }

  private String since(@Nullable Instant oldest, Wording words) {
    return oldest == null
        ? words.text("feeds.all-resolved")
        : words.text(
            "feeds.oldest", Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()));
  }

  private FeedsPage.Feed line(Feed feed, FeedWatch.@Nullable Backlog behind, Wording words) {
    String name = name(feed);
    String file = feed.lastFile();
    String error = feed.lastError();
    Instant arrival = feed.lastArrival();
    return new FeedsPage.Feed(
        feed.number(),
        name,
        words.whole(feed.lastMinute()),
        BarsPicture.of(
            faces.watch.steps(feed.number(), Duration.ofMinutes(1), 60),
            LOW,
            words.text("feeds.hour-of", name),
            words),
        words.whole(feed.today().accepted()),
        words.whole(feed.today().duplicates()),
        words.whole(feed.waiting()),
        words.whole(feed.today().refused()),
        behind == null ? null : age(behind, words),
        words.whole(behind == null ? 0 : behind.entries()),
        arrival == null ? null : words.time(arrival, ZoneOffset.UTC),
        file,
        file == null ? null : brief(file),
        error == null ? null : words.reason(error));
  }

  static String name(Feed feed) {
    return feed.source() + " · " + feed.name();
  }

  static String brief(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private List<FeedsPage.Group> groups(@Nullable Integer feed, Wording words) {
    return faces.quarantine.groups().stream()
        .filter(group -> feed == null || group.feed() == feed)
        .limit(ROWS)
        .map(group ->
            new FeedsPage.Group(
                group.name(),
                words.reason(group.reason()),
                words.whole(group.rows()),
                QuarantineController.address(group.feed(), group.reason())))
        .toList();
  }

  private static FeedsPage.Masked masked(ScreeningReview.Item item, Wording words) {
    return new FeedsPage.Masked(
        item.record().toString(), item.field(), words.term("screened", item.kind()));
  }

  @GetMapping("/feeds/{feed}")
  ResponseEntity<String> feed(
      HttpServletRequest request,
      @PathVariable("feed") int number,
      @RequestParam(name = "done", required = false) @Nullable Long undone) {
    readers.requireKeeperOfFeeds();
    Wording words = readers.words(request);
    Feed feed = faces.watch.find(number).orElseThrow(NoSuchPage::new);
    String name = name(feed);
    return pages.show(
        "feed",
        new FeedPage(
            readers.frame(request, "feed.title", "feeds"),
            number,
            name,
            undone == null ? null : words.text("undo.done", String.valueOf(undone)),
            List.of(
                figure("feeds.accepted", feed.today().accepted(), words),
                figure("feeds.duplicates", feed.today().duplicates(), words),
                figure("feeds.quarantined", feed.today().quarantined(), words),
                figure("feeds.refused", feed.today().refused(), words),
                behind(number, words)),
            BarsPicture.of(
                faces.watch.steps(number, Duration.ofMinutes(1), 60),
                HIGH,
                words.text("feeds.hour-of", name),
                words),
            BarsPicture.of(
                faces.watch.steps(number, Duration.ofHours(1), 24),
                HIGH,
                words.text("feeds.day-of", name),
                words),
            groups(number, words),
            faces.runs.newest(number, RUNS).stream().map(run -> run(run, words)).toList()));
  }

  private static Figure figure(String key, long count, Wording words) {
    return new Figure(words.text(key), words.whole(count), words.text("feeds.last-day"));
  }

  private static @Nullable String reason(@Nullable String error, Wording words) {
    return error == null ? null : words.reason(error);
  }

  private static FeedPage.Run run(ImportRuns.Run run, Wording words) {
    ImportRuns.Undo undo = run.undo();
    String state =
        undo != null
            ? "undone"
            : run.error() != null ? "failed" : run.complete() ? "complete" : "open";
    String tone =
        switch (state) {
          case "complete" -> "good";
          case "failed" -> "bad";
          case "open" -> "care";
          default -> "info";
        };
    return new FeedPage.Run(
        run.id(),
        words.time(run.started(), ZoneOffset.UTC),
        words.term("run-kind", run.kind()),
        run.file(),
        brief(run.file()),
        words.whole(run.rows()),
        words.whole(run.accepted()),
        words.whole(run.duplicates()),
        words.whole(run.quarantined()),
        words.term("run-state", state),
        tone,
        undo == null ? reason(run.error(), words) : undo.reason(),
        undo == null && run.kind().equals("import"));
  }
}
