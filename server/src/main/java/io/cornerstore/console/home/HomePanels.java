package io.cornerstore.console.home;

import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.console.feeds.FeedHealth;
import io.cornerstore.console.picture.SegmentPicture;
import io.cornerstore.console.view.HomePage.Line;
import io.cornerstore.console.view.HomePage.Panel;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.identity.Verdict;
import io.cornerstore.profile.Segments;
import io.cornerstore.profile.Shelves;
import io.cornerstore.profile.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What waits for somebody on the first page, by their roles. Numbers and ways on, no persons. */
final class HomePanels {

  private static final Set<Role> FEEDS = EnumSet.of(Role.ENGINEER, Role.ADMINISTRATOR);
  private static final Duration WEEK = Duration.ofDays(7);

  private final ReviewQueue queue;
  private final FeedHealth feeds;
  private final Segments segments;
  private final Shelves shelves;
  private final ReadingsPanel readings;
  private final AdministratorPanels administrators;

  HomePanels(
      ReviewQueue queue,
      FeedHealth feeds,
      Segments segments,
      Shelves shelves,
      ReadingsPanel readings,
      AdministratorPanels administrators) {
    this.queue = queue;
    this.feeds = feeds;
    this.segments = segments;
    this.shelves = shelves;
    this.readings = readings;
    this.administrators = administrators;
  }

  List<Panel> of(Actor.Staff staff, Wording words) {
    List<Panel> panels = new ArrayList<>();
    if (staff.roles().contains(Role.STEWARD)) {
      panels.add(review(staff, words));
    }
    if (staff.roles().contains(Role.SERVICE)) {
      panels.add(written(staff, words));
    }
    if (staff.roles().contains(Role.MARKETER)) {
      panels.add(segments(words));
    }
    if (staff.roles().contains(Role.PRIVACY_OFFICER)) {
      panels.add(readings.panel(words));
    }
    if (staff.roles().stream().anyMatch(FEEDS::contains)) {
      panels.add(feeds.panel(words));
    }
    if (staff.roles().contains(Role.ADMINISTRATOR)) {
      panels.add(administrators.installation(words));
      panels.add(administrators.accounts(words));
    }
    return panels;
  }

  private Panel review(Actor.Staff staff, Wording words) {
    ReviewQueue.Sizes sizes = queue.sizes(staff);
    boolean begun = queue.latest(staff).map(Verdict::at).isPresent();
    return new Panel(
        words.text("menu.review"),
        words.whole(sizes.open()),
        words.text("home.review-remark", Math.round(sizes.records()), sizes.later(), sizes.done()),
        List.of(),
        null,
        sizes.open() > 0 ? "/review/next" : "/review",
        words.text(
            sizes.open() == 0
                ? "review.to-list"
                : begun ? "home.review-go-on" : "home.review-start"));
  }

  private Panel written(Actor.Staff staff, Wording words) {
    Shelves.Written written = shelves.written(staff, WEEK);
    long all = written.all().values().stream().mapToLong(Long::longValue).sum();
    List<Line> lines =
        Arrays.stream(Statement.Kind.values())
            .map(kind ->
                new Line(
                    words.term("written", kind.code()),
                    words.text(
                        "home.written-own",
                        written.all().getOrDefault(kind, 0L),
                        written.own().getOrDefault(kind, 0L)),
                    ""))
            .toList();
    return new Panel(
        words.text("home.written"),
        words.whole(all),
        words.text("home.written-remark"),
        lines,
        null,
        null,
        null);
  }

  private Panel segments(Wording words) {
    Optional<Segments.Grid> counted = segments.latest();
    if (counted.isEmpty()) {
      return new Panel(
          words.text("menu.segments"),
          "–",
          words.text("home.segments-counting"),
          List.of(),
          null,
          "/segments",
          words.text("home.segments-open"));
    }
    Segments.Grid grid = counted.get();
    List<Line> lines = new ArrayList<>();
    for (int recency = 0; recency < Segments.BANDS; recency++) {
      long customers = 0;
      for (int frequency = 0; frequency < Segments.BANDS; frequency++) {
        customers += grid.customers(recency, frequency);
      }
      lines.add(
          new Line(
              words.text("segments.recency." + recency),
              words.whole(customers)
                  + " · "
                  + words.percent(customers / (double) Math.max(1, grid.total())),
              ""));
    }
    return new Panel(
        words.text("menu.segments"),
        words.whole(grid.total()),
        words.text("home.segments-remark"),
        lines,
        SegmentPicture.of(grid, words),
        "/segments",
        words.text("home.segments-open"));
  }
}
