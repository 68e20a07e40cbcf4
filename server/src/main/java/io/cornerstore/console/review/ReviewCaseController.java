package io.cornerstore.console.review;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.picture.ReliabilityPicture;
import io.cornerstore.console.picture.WaterfallPicture;
import io.cornerstore.console.view.AgreementPage;
import io.cornerstore.console.view.ReviewCasePage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Agreement;
import io.cornerstore.identity.CaseKey;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.Explanations;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.identity.Verdict.Answer;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.Previews;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One case: looked at, answered, and then the next one. */
@Controller
final class ReviewCaseController {

  private static final Set<String> DONE =
      Set.of("same", "different", "later", "taken-back", "settled");

  /* J and K move within so many; a steward who goes further begins again at the top. */
  private static final int LEAFED = 500;

  private final Pages pages;
  private final Readers readers;
  private final ReviewQueue queue;
  private final Previews previews;
  private final Explanations explanations;
  private final Resolver resolver;

  ReviewCaseController(
      Pages pages,
      Readers readers,
      ReviewQueue queue,
      Previews previews,
      Explanations explanations,
      Resolver resolver) {
    this.pages = pages;
    this.readers = readers;
    this.queue = queue;
    this.previews = previews;
    this.explanations = explanations;
    this.resolver = resolver;
  }

  @GetMapping("/review/cases/{a}/{b}")
  ResponseEntity<String> look(
      HttpServletRequest request,
      @PathVariable("a") UUID a,
      @PathVariable("b") UUID b,
      @RequestParam(name = "done", required = false) @Nullable String done) {
    Reader reader = readers.settling(request);
    Optional<ReviewCase> found = queue.find(reader.staff(), key(a, b));
    if (found.isEmpty()) {
      return see("/review?done=settled");
    }
    ReviewCase one = found.get();
    Set<SubjectId> both = new HashSet<>(one.left());
    both.addAll(one.right());
    List<CustomerView> views =
        previews.of(
            List.of(Set.copyOf(one.left()), Set.copyOf(one.right()), both),
            reader.staff(),
            AccessPurpose.STEWARDSHIP);
    if (views.size() < 3) {
      return see("/review?done=settled");
    }
    SidesTable sides = new SidesTable(views.get(0), views.get(1), views.get(2), reader.words());
    return pages.show("review-case", page(request, reader, one, sides, done));
  }

  private ReviewCasePage page(
      HttpServletRequest request,
      Reader reader,
      ReviewCase one,
      SidesTable sides,
      @Nullable String done) {
    Wording words = reader.words();
    List<ReviewCase> open = queue.open(reader.staff(), LEAFED);
    int place = place(open, one.key());
    return new ReviewCasePage(
        readers.frame(request, "title.review-case", "review"),
        path(one.key()),
        phrase(one, words),
        place < 0
            ? null
            : words.text("review.place", place + 1, queue.sizes(reader.staff()).open()),
        sides.shown("review.left", "review.right", "review.after"),
        resolver.ready()
            ? WaterfallPicture.of(explanations.between(one.key().a(), one.key().b()), words)
            : null,
        place < 1 ? null : path(open.get(place - 1).key()),
        place + 1 >= open.size() ? null : path(open.get(place + 1).key()),
        message(done, words),
        queue.latest(reader.staff()).isPresent());
  }

  @PostMapping("/review/cases/{a}/{b}")
  ResponseEntity<String> answer(
      HttpServletRequest request,
      @PathVariable("a") UUID a,
      @PathVariable("b") UUID b,
      @RequestParam("answer") String code,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    Reader reader = readers.settling(request);
    Answer answer =
        Arrays.stream(Answer.values())
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(NoSuchPage::new);
    CaseKey key = key(a, b);
    List<ReviewCase> open = queue.open(reader.staff(), LEAFED);
    int place = place(open, key);
    String why = reason.isBlank() ? reader.words().text("review.reason-" + answer.code()) : reason;
    String done = answer.code();
    try {
      queue.answer(reader.staff(), key, answer, why);
    } catch (DecisionRefused refusal) {
      if (refusal.reason() != DecisionRefused.Reason.SETTLED) {
        throw refusal;
      }
      done = "settled";
    }
    String next = place + 1 < open.size() ? path(open.get(place + 1).key()) : "/review";
    return see(next + "?done=" + done);
  }

  @GetMapping("/review/agreement")
  ResponseEntity<String> agreement(HttpServletRequest request) {
    Reader reader = readers.settling(request);
    Wording words = reader.words();
    ReviewQueue.Insight insight = queue.insight(reader.staff());
    Agreement agreement = insight.agreement();
    return pages.show(
        "agreement",
        new AgreementPage(
            readers.frame(request, "title.agreement", "review"),
            words.text("agreement.cases", agreement.cases()),
            agreement.share().isEmpty() ? null : words.percent(agreement.share().getAsDouble()),
            agreement.kappa().isEmpty() ? null : words.decimal(agreement.kappa().getAsDouble(), 2),
            List.of(
                new AgreementPage.Row(
                    words.text("review.answered-same"),
                    words.whole(agreement.bothSame()),
                    words.whole(agreement.sameThenDifferent())),
                new AgreementPage.Row(
                    words.text("review.answered-different"),
                    words.whole(agreement.differentThenSame()),
                    words.whole(agreement.bothDifferent()))),
            ReliabilityPicture.of(insight.reliability(), words)));
  }

  private static int place(List<ReviewCase> open, CaseKey key) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).key().names(key)) {
        return i;
      }
    }
    return -1;
  }

  private static CaseKey key(UUID a, UUID b) {
    return new CaseKey(new SubjectId(a), new SubjectId(b));
  }

  static String path(CaseKey key) {
    return "/review/cases/" + key.a() + "/" + key.b();
  }

  /** How sure the engine is and what a decision would repair, in one phrase. */
  static String phrase(ReviewCase one, Wording words) {
    String likely = words.percent(one.probability());
    return one.leftRecords() + one.rightRecords() == 0
        ? words.text("review.engine", likely)
        : words.text(
            "review.phrase",
            likely,
            Math.min(one.leftRecords(), one.rightRecords()),
            Math.max(one.leftRecords(), one.rightRecords()));
  }

  static @Nullable String message(@Nullable String done, Wording words) {
    return done == null || !DONE.contains(done) ? null : words.text("review.done-" + done);
  }

  private static ResponseEntity<String> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
