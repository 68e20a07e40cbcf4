package io.cornerstore.identity.review;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.identity.CaseKey;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.Reliability;
import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.ReviewQueue;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.identity.Verdict;
import io.cornerstore.identity.Verdict.Answer;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.TimeOrderedIds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The queue over what the resolver left in doubt, and the verdicts as rows. */
public class StoredReviewQueue implements ReviewQueue {

  /** Of so many answered cases one is shown to a second steward. */
  static final int SAMPLE = 5;

  /** A second look comes after so many cases of one's own. */
  private static final int MIXED_IN = 4;

  private final AccessPolicy policy;
  private final Stewardship stewardship;
  private final CaseRanking ranking;
  private final CaseRows cases;
  private final VerdictRows verdicts;
  private final TimeOrderedIds ids;
  private final Clock clock;

  /** Over the main database; what follows from an answer is done by stewardship. */
  public StoredReviewQueue(
      AccessPolicy policy,
      Stewardship stewardship,
      SourceRecords records,
      JdbcClient jdbc,
      TimeOrderedIds ids,
      Clock clock) {
    this.policy = policy;
    this.stewardship = stewardship;
    this.ranking = new CaseRanking(jdbc, records, clock);
    this.cases = new CaseRows(jdbc);
    this.verdicts = new VerdictRows(jdbc);
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<ReviewCase> open(Actor steward, int limit) {
    authorize(steward);
    Set<CaseKey> later = later(steward);
    List<ReviewCase> open = new ArrayList<>(own(later).stream().limit(limit).toList());
    int place = Math.min(MIXED_IN, open.size());
    for (ReviewCase second : secondLooks(steward, later)) {
      open.add(Math.min(place, open.size()), second);
      place += MIXED_IN + 1;
    }
    return open.size() > limit ? List.copyOf(open.subList(0, limit)) : List.copyOf(open);
  }

  private List<ReviewCase> own(Set<CaseKey> later) {
    CaseRanking.Ranked ranked = ranking.now();
    Set<CaseKey> hidden = new HashSet<>(later);
    hidden.addAll(bothWays(verdicts.answeredSince(ranked.at())));
    return ranked.cases().stream().filter(one -> !hidden.contains(one.key())).toList();
  }

  private List<ReviewCase> secondLooks(Actor steward, Set<CaseKey> later) {
    // Weighed like all others: nothing on the page may tell a second look from a first.
    return ranking.weigh(
        verdicts.secondLooks(steward.auditName(), CaseRanking.KEPT).stream()
            .filter(one -> !later.contains(one.key()))
            .toList());
  }

  /* Whatever order the engine names a pair in. */
  private Set<CaseKey> later(Actor steward) {
    return bothWays(verdicts.later(steward.auditName()));
  }

  private static Set<CaseKey> bothWays(List<CaseKey> keys) {
    Set<CaseKey> both = new HashSet<>(keys);
    keys.forEach(key -> both.add(new CaseKey(key.b(), key.a())));
    return both;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ReviewCase> find(Actor steward, CaseKey key) {
    authorize(steward);
    Optional<ReviewCase> open = cases.find(key).map(ranking::weigh);
    return open.isPresent() ? open : secondLook(steward, key);
  }

  private Optional<ReviewCase> secondLook(Actor steward, CaseKey key) {
    return secondLooks(steward, Set.of()).stream().filter(one -> one.key().names(key)).findFirst();
  }

  @Override
  @Transactional
  public Verdict answer(Actor steward, CaseKey key, Answer answer, String reason) {
    authorize(steward);
    verdicts.settle(steward.auditName(), key);
    Optional<CaseRows.Found> open = cases.find(key);
    if (open.isEmpty()) {
      ReviewCase second = secondLook(steward, key).orElseThrow(StoredReviewQueue::settled);
      return keep(steward, second, answer, null, answer != Answer.LATER);
    }
    CaseRows.Found found = open.get();
    Decision decision =
        switch (answer) {
          case SAME -> stewardship.merge(steward, List.of(found.left(), found.right()), reason);
          case DIFFERENT -> stewardship.keepApart(steward, found.left(), found.right(), reason);
          case LATER -> null;
        };
    return keep(
        steward, ranking.weigh(found), answer, decision == null ? null : decision.id(), false);
  }

  private static DecisionRefused settled() {
    return new DecisionRefused(
        DecisionRefused.Reason.SETTLED,
        "The case is not in doubt any more. Maybe somebody else answered it?");
  }

  private Verdict keep(
      Actor steward, ReviewCase answered, Answer answer, @Nullable UUID decision, boolean second) {
    Verdict verdict =
        new Verdict(
            ids.next(),
            answered.key(),
            answer,
            answered.probability(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            decision,
            second,
            false);
    verdicts.add(
        steward.auditName(), answered, verdict, decision != null && isSampled(answered.key()));
    return verdict;
  }

  /* By the pair alone: whoever answers, and however often, it is the same cases. */
  static boolean isSampled(CaseKey key) {
    return Math.floorMod(key.a().hashCode() ^ key.b().hashCode(), SAMPLE) == 0;
  }

  @Override
  @Transactional
  public Verdict takeBack(Actor steward, UUID id, String reason) {
    authorize(steward);
    Verdict verdict =
        verdicts
            .find(steward.auditName(), id)
            .orElseThrow(() ->
                new DecisionRefused(
                    DecisionRefused.Reason.UNKNOWN_DECISION,
                    "There is no verdict " + id + " of this steward that holds."));
    if (verdict.decision() != null) {
      stewardship.undo(steward, verdict.decision(), reason);
      cases.restore(verdict.key(), verdict.probability());
    }
    verdicts.takeBack(id);
    return verdict;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Verdict> latest(Actor steward) {
    authorize(steward);
    return verdicts.latest(steward.auditName());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Verdict> given(Actor steward, boolean later, int limit) {
    authorize(steward);
    return verdicts.given(steward.auditName(), later, limit);
  }

  @Override
  @Transactional(readOnly = true)
  public Sizes sizes(Actor steward) {
    authorize(steward);
    Set<CaseKey> later = later(steward);
    List<ReviewCase> own = own(later);
    long notKept = ranking.now().total() - ranking.now().cases().size();
    return new Sizes(
        Math.toIntExact(own.size() + notKept + secondLooks(steward, later).size()),
        later.size() / 2,
        verdicts.countDone(steward.auditName()),
        own.stream().mapToDouble(ReviewCase::gain).sum());
  }

  @Override
  @Transactional(readOnly = true)
  public Insight insight(Actor steward) {
    authorize(steward);
    return new Insight(verdicts.agreement(), Reliability.of(verdicts.seen()));
  }

  private void authorize(Actor steward) {
    policy.require(steward, AccessPurpose.STEWARDSHIP);
    policy.requireRole(steward, Role.STEWARD);
  }
}
