package io.cornerstore.console.review;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.PreviewPage;
import io.cornerstore.console.view.PreviewPage.Hidden;
import io.cornerstore.console.view.SidesView;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.Previews;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what a merge, a split or taking one back would do; the form below it does it. */
@Controller
final class PreviewController {

  private final Pages pages;
  private final Readers readers;
  private final Customers customers;
  private final Previews previews;
  private final Stewardship stewardship;

  PreviewController(
      Pages pages,
      Readers readers,
      Customers customers,
      Previews previews,
      Stewardship stewardship) {
    this.pages = pages;
    this.readers = readers;
    this.customers = customers;
    this.previews = previews;
    this.stewardship = stewardship;
  }

  /* What a page is about: the customer and who reads. */
  private record Asked(HttpServletRequest request, Reader reader, CustomerId customer) {
    String path(String last) {
      return "/customers/" + customer + "/" + last;
    }

    Wording words() {
      return reader.words();
    }
  }

  @GetMapping(path = "/customers/{id}/merge", params = "other")
  ResponseEntity<String> merge(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("other") String other) {
    Asked asked = new Asked(request, readers.settling(request), new CustomerId(id));
    Customer one = customer(asked.customer());
    Customer two = customer(MatchController.typed(other));
    if (one.id().equals(two.id())) {
      throw new DecisionRefused(
          DecisionRefused.Reason.NOTHING_TO_MERGE, "The two are one customer already.");
    }
    if (one.kind() != two.kind()) {
      throw new DecisionRefused(
          DecisionRefused.Reason.DIFFERENT_KINDS, "A person and an organization are never one.");
    }
    SidesView sides =
        sides(
            asked,
            Set.copyOf(one.subjects()),
            Set.copyOf(two.subjects()),
            List.of("preview.this", "preview.other", "review.after"));
    return show(
        asked,
        new Words("preview.merge", asked.words().text("preview.merge-lead"), "match.merge-button"),
        sides,
        asked.path("merge"),
        List.of(new Hidden("other", two.id().toString())));
  }

  @GetMapping("/customers/{id}/split")
  ResponseEntity<String> split(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "subject", required = false) @Nullable List<UUID> subjects) {
    Asked asked = new Asked(request, readers.settling(request), new CustomerId(id));
    Customer customer = customer(asked.customer());
    Set<SubjectId> off =
        subjects == null
            ? Set.of()
            : subjects.stream().map(SubjectId::new).collect(Collectors.toSet());
    Set<SubjectId> rest = new TreeSet<>(customer.subjects());
    if (off.isEmpty() || !rest.containsAll(off) || off.size() == rest.size()) {
      throw new DecisionRefused(
          DecisionRefused.Reason.NOT_A_PART, "A split takes some, but not all, of the subjects.");
    }
    rest.removeAll(off);
    SidesView sides =
        sides(asked, rest, off, List.of("preview.stays", "preview.goes", "preview.now"));
    return show(
        asked,
        new Words(
            "preview.split",
            asked.words().text("preview.split-lead", off.size()),
            "match.split-off"),
        sides,
        asked.path("split"),
        off.stream().map(subject -> new Hidden("subject", subject.toString())).toList());
  }

  @GetMapping("/customers/{id}/undo")
  ResponseEntity<String> undo(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("decision") UUID decisionId) {
    Asked asked = new Asked(request, readers.settling(request), new CustomerId(id));
    Decision decision =
        stewardship.history(asked.customer()).stream()
            .filter(one -> one.id().equals(decisionId))
            .findFirst()
            .orElseThrow(() ->
                new DecisionRefused(
                    DecisionRefused.Reason.UNKNOWN_DECISION, "There is no such decision."));
    Set<SubjectId> moved = unmoved(decision);
    List<Hidden> hidden = List.of(new Hidden("decision", decisionId.toString()));
    return show(
        asked,
        new Words("preview.undo", undoLead(decision, moved, asked.words()), "match.take-back"),
        undone(asked, decision, moved),
        asked.path("undo"),
        hidden);
  }

  private static String undoLead(Decision decision, Set<SubjectId> moved, Wording words) {
    return switch (decision.type()) {
      case APART -> words.text("preview.undo-apart");
      case TOGETHER -> words.text("preview.undo-together");
      case MERGE, SPLIT, UNDO -> words.text("preview.undo-lead", moved.size());
    };
  }

  /* Only what has not been moved since goes back. */
  private Set<SubjectId> unmoved(Decision decision) {
    Map<SubjectId, CustomerId> now =
        customers.current(decision.moves().stream().map(Decision.Move::subject).toList());
    return decision.moves().stream()
        .filter(move -> move.to().equals(now.get(move.subject())))
        .map(Decision.Move::subject)
        .collect(Collectors.toSet());
  }

  private @Nullable SidesView undone(Asked asked, Decision decision, Set<SubjectId> moved) {
    if (moved.isEmpty()) {
      return null;
    }
    boolean merge = decision.type() == Decision.Type.MERGE;
    CustomerId there =
        merge ? decision.moves().getFirst().to() : decision.moves().getFirst().from();
    Set<SubjectId> rest =
        new TreeSet<>(customers.find(there).map(Customer::subjects).orElse(List.of()));
    rest.removeAll(moved);
    return rest.isEmpty()
        ? null
        : sides(
            asked,
            rest,
            moved,
            List.of(
                "preview.stays",
                merge ? "preview.goes" : "preview.returns",
                merge ? "preview.now" : "review.after"));
  }

  private @Nullable SidesView sides(
      Asked asked, Set<SubjectId> left, Set<SubjectId> right, List<String> headings) {
    Set<SubjectId> both = new TreeSet<>(left);
    both.addAll(right);
    List<CustomerView> views =
        previews.of(List.of(left, right, both), asked.reader().staff(), AccessPurpose.STEWARDSHIP);
    return views.size() < 3
        ? null
        : new SidesTable(views.get(0), views.get(1), views.get(2), asked.words())
            .shown(headings.get(0), headings.get(1), headings.get(2));
  }

  /* Key of the heading, the lead itself, key of the button. */
  private record Words(String heading, String lead, String button) {}

  private ResponseEntity<String> show(
      Asked asked, Words said, @Nullable SidesView sides, String action, List<Hidden> hidden) {
    Wording words = asked.words();
    return pages.show(
        "preview",
        new PreviewPage(
            readers.frame(asked.request(), said.heading(), "customer"),
            words.text(said.heading()),
            said.lead(),
            sides,
            action,
            hidden,
            words.text(said.button()),
            !said.heading().equals("preview.merge"),
            asked.path("match")));
  }

  private Customer customer(CustomerId id) {
    return customers.find(id).orElseThrow(NoSuchPage::new);
  }
}
