package io.cornerstore.identity.stewardship;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.DecisionRefused.Reason;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.identity.assignment.AutomaticDecisions;
import io.cornerstore.identity.assignment.DecidedPairs;
import io.cornerstore.identity.assignment.DecisionRows;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.resolution.Publication;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.kernel.TimeOrderedIds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions of people. Each is one transaction under the lock of the head, so that it and the
 * resolver never write at once; the resolver links the subjects concerned again afterwards, bound
 * by what was decided.
 */
public class RecordedStewardship implements Stewardship {

  private static final int LONGEST_REASON = 500;

  private final AccessPolicy policy;
  private final AuditTrail audit;
  private final Head head;
  private final StandingCustomers standing;
  private final DecisionRows decisions;
  private final DecidedPairs pairs;
  private final Publication publication;
  private final TimeOrderedIds ids;
  private final Clock clock;

  /** Who may decide, and where it is recorded. */
  public record Oversight(AccessPolicy policy, AuditTrail audit) {}

  /** The rows decisions change. */
  public record Rows(
      Head head, StandingCustomers standing, DecisionRows decisions, DecidedPairs pairs) {}

  /** Decides under the policy, over these rows. */
  public RecordedStewardship(
      Oversight oversight, Rows rows, Publication publication, TimeOrderedIds ids, Clock clock) {
    policy = oversight.policy;
    audit = oversight.audit;
    head = rows.head;
    standing = rows.standing;
    decisions = rows.decisions;
    pairs = rows.pairs;
    this.publication = publication;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Decision merge(Actor actor, List<CustomerId> customers, String reason) {
    authorize(actor);
    HeadRow locked = head.lock();
    List<StandingCustomers.Standing> oldestFirst = standing.oldestFirst(Set.copyOf(customers));
    if (oldestFirst.size() < 2) {
      throw new DecisionRefused(
          Reason.NOTHING_TO_MERGE,
          "A merge needs two customers that exist. Maybe they are one already?");
    }
    StandingCustomers.Standing into = oldestFirst.getFirst();
    List<Decision.Move> moves = new ArrayList<>();
    Set<SubjectId> all = new TreeSet<>(into.subjects());
    for (StandingCustomers.Standing other : oldestFirst.subList(1, oldestFirst.size())) {
      if (other.kind() != into.kind()) {
        throw new DecisionRefused(
            Reason.DIFFERENT_KINDS,
            "Customer %s is a person and customer %s an organization, or the other way round."
                .formatted(into.id(), other.id()));
      }
      all.addAll(other.subjects());
      other
          .subjects()
          .forEach(subject -> moves.add(new Decision.Move(subject, other.id(), into.id())));
    }
    Decision decision = decision(Decision.Type.MERGE, actor, reason, moves);
    decisions.add(List.of(decision));
    pairs.revokeDifferentWithin(all, decision.id());
    pairs.addSame(all, decision.id());
    return carryOut(decision, actor, locked);
  }

  @Override
  @Transactional
  public Decision split(Actor actor, CustomerId customer, Set<SubjectId> subjects, String reason) {
    authorize(actor);
    HeadRow locked = head.lock();
    StandingCustomers.Standing from = standing(customer);
    Set<SubjectId> rest = new TreeSet<>(from.subjects());
    rest.removeAll(subjects);
    if (standing.compared(subjects).isEmpty()
        || standing.compared(rest).isEmpty()
        || !from.subjects().containsAll(subjects)) {
      throw new DecisionRefused(
          Reason.NOT_A_PART,
          "A split takes some, but not all, of the subjects of customer %s.".formatted(customer));
    }
    CustomerId formed = new CustomerId(ids.next());
    standing.form(formed, from.kind(), clock.instant());
    List<Decision.Move> moves =
        new TreeSet<>(subjects)
            .stream().map(subject -> new Decision.Move(subject, from.id(), formed)).toList();
    Decision decision = decision(Decision.Type.SPLIT, actor, reason, moves);
    decisions.add(List.of(decision));
    apart(subjects, rest, decision.id());
    pairs.addSame(subjects, decision.id());
    return carryOut(decision, actor, locked);
  }

  @Override
  @Transactional
  public Decision keepApart(Actor actor, CustomerId one, CustomerId other, String reason) {
    authorize(actor);
    HeadRow locked = head.lock();
    List<StandingCustomers.Standing> both = standing.oldestFirst(List.of(one, other));
    if (both.size() < 2) {
      throw new DecisionRefused(
          Reason.NOTHING_TO_MERGE,
          "Two customers that exist can be kept apart. Maybe they are one already?");
    }
    Decision decision = decision(Decision.Type.APART, actor, reason, List.of());
    decisions.add(List.of(decision));
    Set<SubjectId> first = Set.copyOf(both.getFirst().subjects());
    Set<SubjectId> second = Set.copyOf(both.getLast().subjects());
    apart(first, second, decision.id());
    Set<String> concerns = new TreeSet<>(List.of(one.toString(), other.toString()));
    first.forEach(subject -> concerns.add(subject.toString()));
    second.forEach(subject -> concerns.add(subject.toString()));
    return carryOut(decision, actor, locked, concerns);
  }

  @Override
  @Transactional
  public Decision keepTogether(
      Actor actor, CustomerId customer, Set<SubjectId> lookedAt, String reason) {
    authorize(actor);
    HeadRow locked = head.lock();
    StandingCustomers.Standing one = standing(customer);
    Set<SubjectId> compared = standing.compared(one.subjects());
    if (compared.size() < 2) {
      throw new DecisionRefused(
          Reason.NOTHING_TO_CONFIRM,
          "Customer %s has one identity alone: there is nothing that could fall apart."
              .formatted(customer));
    }
    if (!lookedAt.containsAll(compared)) {
      throw new DecisionRefused(
          Reason.GROWN,
          "Customer %s has got identities since it was looked at: look again.".formatted(customer));
    }
    Decision decision = decision(Decision.Type.TOGETHER, actor, reason, List.of());
    decisions.add(List.of(decision));
    pairs.revokeDifferentWithin(compared, decision.id());
    pairs.addSame(compared, decision.id());
    Set<String> concerns = new TreeSet<>(List.of(one.id().toString()));
    compared.forEach(subject -> concerns.add(subject.toString()));
    long version = standing.settle(one.id(), compared, locked.version());
    return carryOut(decision, actor, locked.atVersion(version), concerns);
  }

  @Override
  @Transactional
  public Decision undo(Actor actor, UUID id, String reason) {
    authorize(actor);
    HeadRow locked = head.lock();
    Decision undone =
        decisions
            .find(id)
            .orElseThrow(() ->
                new DecisionRefused(Reason.UNKNOWN_DECISION, "There is no decision " + id + "."));
    if (undone.undoneBy() != null || undone.type() == Decision.Type.UNDO) {
      throw new DecisionRefused(
          Reason.ALREADY_UNDONE,
          "Decision %s is an undo or was taken back before. Maybe merge or split instead."
              .formatted(id));
    }
    List<Decision.Move> moves = new ArrayList<>(back(undone));
    moves.addAll(drawn(undone, moves));
    Decision undo = decision(Decision.Type.UNDO, actor, reason, moves);
    decisions.add(List.of(undo));
    decisions.undone(id, undo.id());
    Set<SubjectId> freed = pairs.subjectsOf(id);
    pairs.takeBack(id, undo.id());
    // Also those that the engine has brought elsewhere since, and which no move brings back.
    standing.linkAgain(freed);
    if (undone.actor().equals(AutomaticDecisions.ACTOR)) {
      forbidRepetition(undone.type(), undo);
    }
    Set<String> concerns = concerns(undo);
    freed.forEach(subject -> concerns.add(subject.toString()));
    return carryOut(undo, actor, locked, concerns);
  }

  /* Whoever is still where the decision put them goes home. */
  private List<Decision.Move> back(Decision undone) {
    Set<SubjectId> movable = new HashSet<>(decisions.unmovedSince(undone.id()));
    return undone.moves().stream()
        .filter(move -> movable.contains(move.subject()))
        .map(move -> new Decision.Move(move.subject(), move.to(), move.from()))
        .toList();
  }

  /*
   * When a person split a part off and all of it goes home, those whom the engine drew to it since
   * go back, too: left behind they would bear the id of a part that is no more. Not when somebody
   * else would stay there, and not for a split of the engine, whose part may be older than it.
   */
  private List<Decision.Move> drawn(Decision undone, List<Decision.Move> home) {
    if (undone.type() != Decision.Type.SPLIT
        || undone.actor().equals(AutomaticDecisions.ACTOR)
        || home.size() < undone.moves().size()) {
      return List.of();
    }
    CustomerId part = undone.moves().getFirst().to();
    Set<SubjectId> rest = standing.subjects(Set.of(part));
    home.forEach(move -> rest.remove(move.subject()));
    List<Decision.Move> ways =
        decisions.waysBack(part).stream().filter(way -> rest.contains(way.subject())).toList();
    return ways.size() == rest.size() ? ways : List.of();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Decision> history(CustomerId customer) {
    return decisions.about(customer);
  }

  private StandingCustomers.Standing standing(CustomerId customer) {
    return standing.oldestFirst(Set.of(customer)).stream()
        .findFirst()
        .orElseThrow(() ->
            new DecisionRefused(Reason.UNKNOWN_CUSTOMER, "There is no customer " + customer + "."));
  }

  /* What the engine did once it would do again from the same evidence: a person said no. */
  private void forbidRepetition(Decision.Type type, Decision undo) {
    Map<CustomerId, Set<SubjectId>> back =
        undo.moves().stream()
            .collect(
                Collectors.groupingBy(
                    Decision.Move::to,
                    Collectors.mapping(
                        Decision.Move::subject, Collectors.toCollection(TreeSet::new))));
    for (Map.Entry<CustomerId, Set<SubjectId>> group : back.entrySet()) {
      Set<CustomerId> left =
          undo.moves().stream()
              .filter(move -> move.to().equals(group.getKey()))
              .map(Decision.Move::from)
              .collect(Collectors.toSet());
      Set<SubjectId> there = standing.subjects(left);
      there.removeAll(group.getValue());
      if (type == Decision.Type.MERGE) {
        apart(group.getValue(), there, undo.id());
      } else {
        Set<SubjectId> together = standing.subjects(Set.of(group.getKey()));
        together.addAll(group.getValue());
        pairs.revokeDifferentWithin(together, undo.id());
        pairs.addSame(together, undo.id());
      }
    }
  }

  private void apart(Set<SubjectId> some, Set<SubjectId> others, UUID decision) {
    pairs.revokeSameAcross(some, others, decision);
    pairs.addDifferent(some, others, decision);
  }

  private void authorize(Actor actor) {
    policy.require(actor, AccessPurpose.STEWARDSHIP);
    // A key of the API has no role: its scope is the purpose it holds.
    if (actor instanceof Actor.Staff) {
      policy.requireRole(actor, Role.STEWARD);
    }
  }

  private Decision decision(
      Decision.Type type, Actor actor, String reason, List<Decision.Move> moves) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new DecisionRefused(
          Reason.NO_REASON,
          "A decision needs a reason of at most %d characters.".formatted(LONGEST_REASON));
    }
    return new Decision(
        ids.next(),
        type,
        actor.auditName(),
        reason.strip(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        moves,
        null);
  }

  private Decision carryOut(Decision decision, Actor actor, HeadRow locked) {
    return carryOut(decision, actor, locked, concerns(decision));
  }

  private Decision carryOut(Decision decision, Actor actor, HeadRow locked, Set<String> concerns) {
    long version = standing.carryOut(decision.moves(), locked.version());
    audit.append(
        new AuditEntry(
            actor.auditName(),
            AccessPurpose.STEWARDSHIP.code(),
            "identity." + decision.type().name().toLowerCase(Locale.ROOT),
            List.copyOf(concerns),
            List.of(),
            "decision " + decision.id()));
    publication.publish(decision);
    head.save(locked.decidedOnce().atVersion(version));
    return decision;
  }

  private static Set<String> concerns(Decision decision) {
    Set<String> concerns = new TreeSet<>();
    for (Decision.Move move : decision.moves()) {
      concerns.add(move.subject().toString());
      concerns.add(move.from().toString());
      concerns.add(move.to().toString());
    }
    return concerns;
  }
}
