package io.cornerstore.console.review;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.console.customer.CustomerWords;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.ReviewPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.DoubtfulCustomer;
import io.cornerstore.identity.DoubtfulCustomers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.identity.Verdict;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.Previews;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list of a steward: what is open, what was left for later, what is done. */
@Controller
final class ReviewController {

  /* Each row opens two customers: so many, and the page is still there at once. */
  private static final int ROWS = 12;
  private static final int DONE_ROWS = 50;
  private static final Set<String> LISTS = Set.of("open", "check", "later", "done");

  private final Pages pages;
  private final Readers readers;
  private final ReviewQueue queue;
  private final DoubtfulCustomers doubtful;
  private final Previews previews;
  private final Resolver resolver;

  ReviewController(
      Pages pages,
      Readers readers,
      ReviewQueue queue,
      DoubtfulCustomers doubtful,
      Previews previews,
      Resolver resolver) {
    this.pages = pages;
    this.readers = readers;
    this.queue = queue;
    this.doubtful = doubtful;
    this.previews = previews;
    this.resolver = resolver;
  }

  @GetMapping("/review")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(name = "list", defaultValue = "open") String asked,
      @RequestParam(name = "done", required = false) @Nullable String done) {
    Reader reader = readers.settling(request);
    String list = LISTS.contains(asked) ? asked : "open";
    Wording words = reader.words();
    ReviewQueue.Sizes sizes = queue.sizes(reader.staff());
    return pages.show(
        "review",
        new ReviewPage(
            readers.frame(request, "menu.review", "review"),
            list,
            List.of(
                tab("open", sizes.open(), list, words),
                tab("check", doubtful.count(reader.staff()), list, words),
                tab("later", sizes.later(), list, words),
                tab("done", sizes.done(), list, words)),
            list.equals("open")
                ? words.text("review.open-lead", sizes.open(), Math.round(sizes.records()))
                : words.text("review." + list + "-lead"),
            resolver.ready(),
            switch (list) {
              case "open" -> open(reader);
              case "check" -> check(reader);
              default -> given(reader, list.equals("later"));
            },
            ReviewCaseController.message(done, words)));
  }

  /** The case whose decision repairs most. */
  @GetMapping("/review/next")
  ResponseEntity<String> next(HttpServletRequest request) {
    Reader reader = readers.settling(request);
    return see(
        queue.open(reader.staff(), 1).stream()
            .findFirst()
            .map(one -> ReviewCaseController.path(one.key()))
            .orElse("/review"));
  }

  @PostMapping("/review/take-back")
  ResponseEntity<String> takeBack(
      HttpServletRequest request,
      @RequestParam(name = "verdict", required = false) @Nullable UUID id) {
    Reader reader = readers.settling(request);
    Optional<UUID> verdict =
        Optional.ofNullable(id).or(() -> queue.latest(reader.staff()).map(Verdict::id));
    if (verdict.isEmpty()) {
      return see("/review");
    }
    Verdict back =
        queue.takeBack(
            reader.staff(), verdict.get(), reader.words().text("review.reason-taken-back"));
    return see(ReviewCaseController.path(back.key()) + "?done=taken-back");
  }

  private static ResponseEntity<String> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  private static ReviewPage.Tab tab(String list, long count, String chosen, Wording words) {
    return new ReviewPage.Tab(
        list.equals("open") ? "/review" : "/review?list=" + list,
        words.text("review." + list),
        words.whole(count),
        list.equals(chosen));
  }

  private List<ReviewPage.Row> open(Reader reader) {
    List<ReviewCase> cases = queue.open(reader.staff(), ROWS);
    List<String> names =
        names(
            cases.stream()
                .flatMap(one -> Stream.of(one.left(), one.right()))
                .map(Set::copyOf)
                .toList(),
            reader);
    List<ReviewPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < cases.size() && 2 * i + 1 < names.size(); i++) {
      ReviewCase one = cases.get(i);
      rows.add(
          new ReviewPage.Row(
              ReviewCaseController.path(one.key()),
              names.get(2 * i),
              names.get(2 * i + 1),
              ReviewCaseController.phrase(one, reader.words()),
              null,
              null,
              null));
    }
    return rows;
  }

  /* Customers held together weakly: settled on their own page, where the graph is. */
  private List<ReviewPage.Row> check(Reader reader) {
    List<DoubtfulCustomer> customers = doubtful.open(reader.staff(), ROWS);
    List<String> names =
        names(customers.stream().map(one -> Set.copyOf(one.subjects())).toList(), reader);
    List<ReviewPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      DoubtfulCustomer one = customers.get(i);
      rows.add(
          new ReviewPage.Row(
              "/customers/" + one.customer() + "/match",
              names.get(i),
              null,
              reader
                  .words()
                  .text(
                      "review.check-phrase",
                      one.subjects().size(),
                      one.records(),
                      one.atStake(),
                      one.crossing()),
              null,
              null,
              null));
    }
    return rows;
  }

  private List<ReviewPage.Row> given(Reader reader, boolean later) {
    Wording words = reader.words();
    List<Verdict> verdicts = queue.given(reader.staff(), later, later ? ROWS : DONE_ROWS);
    List<Set<SubjectId>> sides = new ArrayList<>();
    List<Verdict> named = verdicts.stream().limit(ROWS).toList();
    named.forEach(verdict -> {
      sides.add(Set.of(verdict.key().a()));
      sides.add(Set.of(verdict.key().b()));
    });
    List<String> names = names(sides, reader);
    List<ReviewPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < named.size() && 2 * i + 1 < names.size(); i++) {
      Verdict verdict = named.get(i);
      boolean answered = verdict.answer() != Verdict.Answer.LATER;
      rows.add(
          new ReviewPage.Row(
              answered ? null : ReviewCaseController.path(verdict.key()),
              names.get(2 * i),
              names.get(2 * i + 1),
              words.text("review.engine", words.percent(verdict.probability())),
              words.time(verdict.at(), ZoneOffset.UTC),
              answered
                  ? words.text(
                      verdict.takenBack()
                          ? "review.answered-taken-back"
                          : "review.answered-" + verdict.answer().code())
                  : null,
              answered && !verdict.takenBack() ? verdict.id().toString() : null));
    }
    return rows;
  }

  private List<String> names(List<Set<SubjectId>> groups, Reader reader) {
    List<CustomerView> views = previews.of(groups, reader.staff(), AccessPurpose.STEWARDSHIP);
    if (views.size() == groups.size()) {
      return views.stream().map(view -> name(view, reader)).toList();
    }
    // Somebody is gone since the list was made: one by one, so that no name slips to another row.
    return groups.stream()
        .map(group ->
            previews.of(List.of(group), reader.staff(), AccessPurpose.STEWARDSHIP).stream()
                .findFirst()
                .map(view -> name(view, reader))
                .orElse("–"))
        .toList();
  }

  private static String name(CustomerView view, Reader reader) {
    return CustomerWords.name(view.displayName(), reader.words());
  }
}
