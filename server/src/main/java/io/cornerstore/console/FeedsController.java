package io.cornerstore.console;

import io.cornerstore.console.view.FeedsPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.ScreeningReview;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What came in and could not be read or had to be masked, for engineers and administrators: names
 * of files say much about a business. Shows places and reasons, never content.
 */
@Controller
final class FeedsController {

  private static final int ROWS = 100;

  private final Pages pages;
  private final Readers readers;
  private final Quarantine quarantine;
  private final ScreeningReview review;

  FeedsController(Pages pages, Readers readers, Quarantine quarantine, ScreeningReview review) {
    this.pages = pages;
    this.readers = readers;
    this.quarantine = quarantine;
    this.review = review;
  }

  @GetMapping("/feeds")
  ResponseEntity<String> feeds(HttpServletRequest request) {
    readers.requireKeeperOfFeeds();
    Wording words = readers.words(request);
    List<FeedsPage.Reason> reasons =
        quarantine.countsByReason().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(one -> new FeedsPage.Reason(one.getKey(), words.whole(one.getValue())))
            .toList();
    return pages.show(
        "feeds",
        new FeedsPage(
            readers.frame(request, "menu.feeds", "feeds"),
            reasons,
            quarantine.newest(ROWS).stream().map(row -> row(row, words)).toList(),
            review.newest(ROWS).stream().map(item -> masked(item, words)).toList()));
  }

  private static FeedsPage.Row row(QuarantinedRow row, Wording words) {
    String file = row.file().substring(row.file().lastIndexOf('/') + 1);
    String place =
        row.column() == null
            ? words.text("feeds.line", file, row.line())
            : words.text("feeds.line-and-column", file, row.line(), row.column());
    return new FeedsPage.Row(
        row.feed(), row.file(), place, row.reason(), words.time(row.receivedAt(), ZoneOffset.UTC));
  }

  private static FeedsPage.Masked masked(ScreeningReview.Item item, Wording words) {
    return new FeedsPage.Masked(
        item.record().toString(), item.field(), words.term("screened", item.kind()));
  }
}
