package io.cornerstore.identity.resolution;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.AssignmentWriter;
import io.cornerstore.identity.assignment.AutomaticDecisions;
import io.cornerstore.identity.assignment.ClusterAssignment;
import io.cornerstore.identity.assignment.DecidedPairs;
import io.cornerstore.identity.assignment.DecisionRows;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.assignment.Memberships;
import io.cornerstore.identity.assignment.Plan;
import io.cornerstore.identity.assignment.Stamp;
import io.cornerstore.identity.assignment.StatedRows;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.linkage.Cluster;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.Partition;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From what linkage finds to what is written: groups, ids, moves, pairs, households, history. All
 * of it in the transaction of a caller that holds the lock of the head.
 */
final class Linker {

  private final JdbcClient jdbc;
  private final ResidentSubjects resident;
  private final Clock clock;
  private final TimeOrderedIds ids;
  private final DecidedPairs decidedPairs;
  private final ThirdPartyRule rule;
  private final ClusterAssignment assignment;
  private final AssignmentWriter writer;
  private final DecisionRows decisions;
  private final LinkedPairs pairs;
  private final StatedRows stated;
  private final HouseholdWriter households;
  private final Publication publication;

  Linker(
      Database database, ResidentSubjects resident, TimeOrderedIds ids, Publication publication) {
    jdbc = database.jdbc();
    DataSource dataSource = database.dataSource();
    clock = database.clock();
    this.resident = resident;
    this.ids = ids;
    this.publication = publication;
    decidedPairs = new DecidedPairs(jdbc);
    rule = new ThirdPartyRule(resident);
    assignment = new ClusterAssignment(resident, ids);
    writer = new AssignmentWriter(jdbc, dataSource);
    decisions = new DecisionRows(jdbc, dataSource);
    pairs = new LinkedPairs(jdbc, dataSource, resident);
    stated = new StatedRows(jdbc);
    households = new HouseholdWriter(jdbc, dataSource, resident, ids);
  }

  /** The decisions of people as they stand now. */
  Constraints constraints() {
    return DecidedPairs.constraints(decidedPairs.inForce(), resident);
  }

  /** Links all subjects held; the caller writes it with {@link #writeAll}. */
  Linked linkAll(Constraints constraints) {
    return rule.apply(resident.index().linkAll(constraints), constraints);
  }

  /** Writes what {@link #linkAll} found. */
  HeadRow writeAll(Linked linked, HeadRow head) {
    Memberships standing = Memberships.all(jdbc, resident);
    Plan plan = assignment.plan(linked.groups(), standing);
    HeadRow written = write(plan, standing, Set.of(), head);
    pairs.replaceAll(linked);
    households.replaceAll(plan);
    jdbc.sql("delete from identity.pending").update();
    jdbc.sql(
            """
            analyze identity.subject, identity.member, identity.customer, identity.edge,
              identity.review
            """)
        .update();
    return written;
  }

  /**
   * Links again what hangs on these subjects and writes it.
   *
   * @param changed subjects whose features changed
   * @param touched subjects with any new record
   * @param left customers that lost subjects for good
   */
  HeadRow relink(
      Collection<SubjectId> changed,
      Collection<SubjectId> touched,
      Set<CustomerId> left,
      HeadRow head) {
    Set<SubjectId> asked = new HashSet<>(changed);
    asked.addAll(takePending());
    Set<CustomerId> bumped = customersOf(touched);
    bumped.addAll(left);
    if (asked.isEmpty()) {
      return head.atVersion(writer.bump(bumped, head.version()));
    }
    Closure closure = close(asked);
    Plan plan = assignment.plan(closure.linked.groups(), closure.standing);
    HeadRow written = write(plan, closure.standing, bumped, head);
    Set<SubjectId> subjects = subjectsOf(closure.linked);
    subjects.addAll(asked);
    pairs.replace(subjects, closure.linked);
    households.postpone(subjects);
    return written;
  }

  /** What {@link #relink} leaves to be done now and then. */
  HouseholdWriter households() {
    return households;
  }

  /** Gives new versions to the customers of these subjects, and to those that lost some. */
  HeadRow touch(Collection<SubjectId> touched, Set<CustomerId> left, HeadRow head) {
    Set<CustomerId> bumped = customersOf(touched);
    bumped.addAll(left);
    return head.atVersion(writer.bump(bumped, head.version()));
  }

  private HeadRow write(Plan plan, Memberships standing, Set<CustomerId> touched, HeadRow head) {
    Instant now = clock.instant();
    long version = writer.write(plan, resident, standing, new Stamp(now, head.version(), touched));
    var made = AutomaticDecisions.of(plan, ids, now);
    decisions.add(made);
    publication.publish(plan, made, head.version(), version);
    HeadRow written = head.atVersion(version);
    return plan.moves().isEmpty() ? written : follow(written);
  }

  /** Brings what staff stated to where the subjects are that it was said of. */
  HeadRow follow(HeadRow head) {
    return head.atVersion(writer.bump(stated.follow(), head.version()));
  }

  /* Linkage answers with whole components; should one hold part of a customer, the rest of that
   * customer is asked for too, so that nothing is decided about a part. */
  private Closure close(Set<SubjectId> asked) {
    Constraints constraints = constraints();
    Memberships standing = Memberships.of(jdbc, resident, asked);
    BitSet seeds = bits(resident.handlesOf(asked));
    seeds.or(bits(standing.handles()));
    while (true) {
      Partition partition = resident.index().relink(seeds.stream().toArray(), constraints);
      BitSet answer = new BitSet();
      for (Cluster cluster : partition.clusters()) {
        answer.or(bits(cluster.members()));
      }
      Linked linked = rule.apply(partition, constraints);
      standing = Memberships.of(jdbc, resident, subjectsOf(linked));
      BitSet missing = bits(standing.handles());
      missing.andNot(answer);
      if (missing.isEmpty()) {
        return new Closure(linked, standing);
      }
      seeds.or(answer);
      seeds.or(missing);
    }
  }

  private record Closure(Linked linked, Memberships standing) {}

  private static BitSet bits(int[] handles) {
    BitSet bits = new BitSet();
    for (int handle : handles) {
      bits.set(handle);
    }
    return bits;
  }

  private Set<SubjectId> subjectsOf(Linked linked) {
    Set<SubjectId> subjects = new HashSet<>();
    linked
        .groups()
        .forEach(group -> {
          for (int i = 0; i < group.size(); i++) {
            subjects.add(resident.subjectOf(group.handle(i)));
          }
        });
    return subjects;
  }

  private List<SubjectId> takePending() {
    return new ArrayList<>(
        jdbc.sql("delete from identity.pending returning subject")
            .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
            .list());
  }

  private Set<CustomerId> customersOf(Collection<SubjectId> subjects) {
    return subjects.isEmpty()
        ? new HashSet<>()
        : new HashSet<>(
            jdbc.sql(
                    """
                    select distinct m.customer
                    from unnest(cast(:subjects as uuid[])) as asked (subject)
                    join identity.member m using (subject)
                    """)
                .param("subjects", ArrayText.subjects(subjects))
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
  }
}
