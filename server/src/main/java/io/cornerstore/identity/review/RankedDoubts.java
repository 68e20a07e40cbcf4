package io.cornerstore.identity.review;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.identity.DoubtfulCustomer;
import io.cornerstore.identity.DoubtfulCustomers;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weighs the {@value #KEPT} customers in doubt that have the most subjects; no steward gets further
 * in a year.
 */
public class RankedDoubts implements DoubtfulCustomers {

  static final int KEPT = 2_000;

  private final AccessPolicy policy;
  private final DoubtRows rows;
  private final SourceRecords records;
  private final Lately<List<DoubtfulCustomer>> ranked;

  /** Over the main database. */
  public RankedDoubts(AccessPolicy policy, SourceRecords records, JdbcClient jdbc) {
    this.policy = policy;
    this.records = records;
    rows = new DoubtRows(jdbc);
    ranked = new Lately<>(new Head(jdbc), this::rank);
  }

  @Override
  @Transactional(readOnly = true)
  public List<DoubtfulCustomer> open(Actor steward, int limit) {
    authorize(steward);
    List<DoubtfulCustomer> known = ranked.now();
    Set<CustomerId> still =
        rows.stillInDoubt(known.stream().map(DoubtfulCustomer::customer).toList());
    return known.stream().filter(one -> still.contains(one.customer())).limit(limit).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public long count(Actor steward) {
    authorize(steward);
    return rows.count();
  }

  private List<DoubtfulCustomer> rank() {
    List<DoubtRows.Found> found = rows.largest(KEPT);
    Map<CustomerId, List<Seam.Link>> links =
        rows.links(found.stream().map(DoubtRows.Found::customer).toList());
    Map<SubjectId, Integer> counts =
        records.counts(found.stream().flatMap(one -> one.subjects().stream()).toList());
    return found.stream()
        .map(one -> weighed(one, links.getOrDefault(one.customer(), List.of()), counts))
        .sorted(
            Comparator.comparingLong(DoubtfulCustomer::atStake)
                .reversed()
                .thenComparingDouble(DoubtfulCustomer::seamBits)
                .thenComparing(DoubtfulCustomer::customer))
        .toList();
  }

  private static DoubtfulCustomer weighed(
      DoubtRows.Found found, List<Seam.Link> links, Map<SubjectId, Integer> counts) {
    Seam seam = Seam.of(links, counts);
    return new DoubtfulCustomer(
        found.customer(),
        found.subjects(),
        Seam.count(found.subjects(), counts),
        seam.atStake(),
        seam.apart().size(),
        seam.crossing(),
        seam.bits());
  }

  private void authorize(Actor steward) {
    policy.require(steward, AccessPurpose.STEWARDSHIP);
    policy.requireRole(steward, Role.STEWARD);
  }
}
