package io.cornerstore.console.review;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.console.customer.CustomerWords;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.picture.ClusterPicture;
import io.cornerstore.console.picture.WaterfallPicture;
import io.cornerstore.console.view.MatchPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.Explanations;
import io.cornerstore.identity.MatchGraph;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.SubjectSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why the records of a customer are one, and the decisions of stewards about it. */
@Controller
final class MatchController {

  private static final int PAIRS = 40;
  private static final Set<String> DONE = Set.of("merged", "split", "undone", "together");

  private final Pages pages;
  private final Readers readers;
  private final Profiles profiles;
  private final Explanations explanations;
  private final Stewardship stewardship;
  private final Resolver resolver;

  MatchController(
      Pages pages,
      Readers readers,
      Profiles profiles,
      Explanations explanations,
      Stewardship stewardship,
      Resolver resolver) {
    this.pages = pages;
    this.readers = readers;
    this.profiles = profiles;
    this.explanations = explanations;
    this.stewardship = stewardship;
    this.resolver = resolver;
  }

  @GetMapping("/customers/{id}/match")
  ResponseEntity<String> match(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "done", required = false) @Nullable String done) {
    Reader reader = readers.of(request);
    CustomerId asked = new CustomerId(id);
    CustomerView view =
        profiles.view(asked, reader.staff(), reader.purpose()).orElseThrow(NoSuchPage::new);
    if (!view.id().equals(asked)) {
      return see(view.id(), done);
    }
    Wording words = reader.words();
    List<MatchPage.Subject> subjects = subjects(reader, view);
    MatchGraph graph = explanations.of(asked);
    List<Decision> history = stewardship.history(asked);
    return pages.show(
        "match",
        new MatchPage(
            readers.frame(request, "title.match", "customer"),
            asked.toString(),
            CustomerWords.name(view.displayName(), words),
            view.identity().strength() == CustomerView.Strength.DOUBTFUL,
            resolver.ready(),
            reader.purpose().equals(AccessPurpose.STEWARDSHIP),
            readers.mayChoose(AccessPurpose.STEWARDSHIP),
            subjects,
            resolver.ready() && subjects.size() > 1 ? cluster(graph, subjects, words) : null,
            resolver.ready() ? pairs(graph, subjects, words) : List.of(),
            history.stream().map(decision -> decided(decision, words)).toList(),
            done == null || !DONE.contains(done) ? null : done(done, history, reader)));
  }

  private static MatchPage.Done done(String done, List<Decision> history, Reader reader) {
    String actor = reader.staff().auditName();
    return new MatchPage.Done(
        reader.words().text("match." + done),
        history.stream()
            .filter(decision -> decision.actor().equals(actor))
            .findFirst()
            .filter(MatchController::mayBeUndone)
            .map(decision -> decision.id().toString())
            .orElse(null));
  }

  private static boolean mayBeUndone(Decision decision) {
    return decision.undoneBy() == null && decision.type() != Decision.Type.UNDO;
  }

  @PostMapping("/customers/{id}/merge")
  ResponseEntity<String> merge(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("other") String other,
      @RequestParam("reason") String reason) {
    stewardship.merge(
        readers.of(request).staff(), List.of(new CustomerId(id), typed(other)), reason);
    return see(new CustomerId(id), "merged");
  }

  @PostMapping("/customers/{id}/split")
  ResponseEntity<String> split(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "subject", required = false) @Nullable List<UUID> subjects,
      @RequestParam("reason") String reason) {
    if (subjects == null) {
      throw new DecisionRefused(
          DecisionRefused.Reason.NOT_A_PART,
          "A split needs at least one ticked record: those that are not this customer.");
    }
    Set<SubjectId> chosen = new TreeSet<>(subjects.stream().map(SubjectId::new).toList());
    stewardship.split(readers.of(request).staff(), new CustomerId(id), chosen, reason);
    return see(new CustomerId(id), "split");
  }

  /** The answer to a customer in doubt: it is one. */
  @PostMapping("/customers/{id}/together")
  ResponseEntity<String> together(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "subject", defaultValue = "") List<UUID> subjects,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    Reader reader = readers.of(request);
    String why = reason.isBlank() ? reader.words().text("match.reason-together") : reason;
    Set<SubjectId> seen = new TreeSet<>(subjects.stream().map(SubjectId::new).toList());
    stewardship.keepTogether(reader.staff(), new CustomerId(id), seen, why);
    return see(new CustomerId(id), "together");
  }

  @PostMapping("/customers/{id}/undo")
  ResponseEntity<String> undo(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("decision") UUID decision,
      @RequestParam("reason") String reason) {
    stewardship.undo(readers.of(request).staff(), decision, reason);
    return see(new CustomerId(id), "undone");
  }

  /* What was typed may be anything, a name too: it is not repeated. */
  static CustomerId typed(String other) {
    try {
      return CustomerId.parse(other.strip());
    } catch (IllegalArgumentException _) {
      throw new DecisionRefused(
          DecisionRefused.Reason.NO_ID,
          "What was typed is not the id of a customer. Maybe search for the other by name?");
    }
  }

  private static ResponseEntity<String> see(CustomerId customer, @Nullable String done) {
    String address =
        "/customers/"
            + customer
            + "/match"
            + (DONE.contains(done == null ? "" : done) ? "?done=" + done : "");
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }

  private List<MatchPage.Subject> subjects(Reader reader, CustomerView view) {
    List<MatchPage.Subject> subjects = new ArrayList<>();
    for (SubjectSummary subject : profiles.subjects(view.id(), reader.staff(), reader.purpose())) {
      subjects.add(
          new MatchPage.Subject(
              subject.subject().toString(),
              mark(subjects.size()),
              subject.source().code(),
              subject.values().stream()
                  .map(value -> reader.words().field(value.field()) + " " + value.shown().text())
                  .toList()));
    }
    return subjects;
  }

  private List<MatchPage.Pair> pairs(
      MatchGraph graph, List<MatchPage.Subject> subjects, Wording words) {
    Map<String, String> marks = new HashMap<>();
    subjects.forEach(subject -> marks.put(subject.id(), subject.mark()));
    return graph.edges().stream()
        .sorted(Comparator.comparingDouble(MatchGraph.Edge::totalBits))
        .limit(PAIRS)
        .map(edge -> pair(edge, marks, words))
        .toList();
  }

  private static ClusterPicture cluster(
      MatchGraph graph, List<MatchPage.Subject> subjects, Wording words) {
    Map<SubjectId, String> marks = new HashMap<>();
    Map<SubjectId, String> sources = new HashMap<>();
    for (MatchPage.Subject subject : subjects) {
      marks.put(SubjectId.parse(subject.id()), subject.mark());
      sources.put(SubjectId.parse(subject.id()), subject.source());
    }
    return ClusterPicture.of(graph, marks, sources, words);
  }

  private static MatchPage.Pair pair(
      MatchGraph.Edge edge, Map<String, String> marks, Wording words) {
    return new MatchPage.Pair(
        marks.getOrDefault(edge.a().toString(), "?"),
        marks.getOrDefault(edge.b().toString(), "?"),
        words.odds(edge.totalBits()),
        edge.decided(),
        WaterfallPicture.of(edge, words));
  }

  private static MatchPage.Decided decided(Decision decision, Wording words) {
    return new MatchPage.Decided(
        decision.id().toString(),
        CustomerWords.what(decision, words),
        words.time(decision.at(), ZoneOffset.UTC),
        CustomerWords.actor(decision.actor(), words),
        decision.reason(),
        !mayBeUndone(decision));
  }

  /** A, B … Z, then AA and on. */
  private static String mark(int index) {
    String last = Character.toString('A' + index % 26);
    return index < 26 ? last : mark(index / 26 - 1) + last;
  }
}
