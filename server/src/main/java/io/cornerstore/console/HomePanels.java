package io.cornerstore.console;

import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.console.view.HomePage.Panel;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.identity.Verdict;
import io.cornerstore.intake.Quarantine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What waits for somebody on the first page, by their roles. Numbers and ways on, no persons. */
final class HomePanels {

  private static final Set<Role> FEEDS = EnumSet.of(Role.ENGINEER, Role.ADMINISTRATOR);

  private final ReviewQueue queue;
  private final Quarantine quarantine;

  HomePanels(ReviewQueue queue, Quarantine quarantine) {
    this.queue = queue;
    this.quarantine = quarantine;
  }

  List<Panel> of(Actor.Staff staff, Wording words) {
    List<Panel> panels = new ArrayList<>();
    if (staff.roles().contains(Role.STEWARD)) {
      panels.add(review(staff, words));
    }
    if (staff.roles().stream().anyMatch(FEEDS::contains)) {
      panels.add(feeds(words));
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
        sizes.open() > 0 ? "/review/next" : "/review",
        words.text(
            sizes.open() == 0
                ? "review.to-list"
                : begun ? "home.review-go-on" : "home.review-start"));
  }

  private Panel feeds(Wording words) {
    long waiting = quarantine.countsByReason().values().stream().mapToLong(Long::longValue).sum();
    return new Panel(
        words.text("feeds.quarantine"),
        words.whole(waiting),
        words.text(waiting == 0 ? "feeds.nothing" : "home.feeds-remark"),
        "/feeds",
        words.text("home.feeds-open"));
  }
}
