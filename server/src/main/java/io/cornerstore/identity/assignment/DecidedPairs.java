package io.cornerstore.identity.assignment;

import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.Constraints;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people decided about pairs of subjects: {@code identity.decided_pair}. A pair is in force
 * until a later decision revokes it, and again when that one is taken back.
 */
public final class DecidedPairs {

  private final JdbcClient jdbc;

  /** Over the main database. */
  public DecidedPairs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Two subjects, the smaller first, and whether they are the same. */
  public record Pair(SubjectId a, SubjectId b, boolean same) {

    /** Puts the two in order. */
    public static Pair of(SubjectId one, SubjectId other, boolean same) {
      return one.compareTo(other) < 0 ? new Pair(one, other, same) : new Pair(other, one, same);
    }
  }

  /** All pairs in force. */
  public List<Pair> inForce() {
    return jdbc.sql("select a, b, same from identity.decided_pair where revoked_by is null")
        .query((row, _) ->
            pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
        .list();
  }

  /** The pairs in force between two of these subjects. */
  public List<Pair> inForceAmong(Collection<SubjectId> subjects) {
    return jdbc.sql(
            """
            select distinct a, b, same from identity.decided_pair
            where revoked_by is null and a = any (cast(:subjects as uuid[]))
              and b = any (cast(:subjects as uuid[]))
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .query((row, _) ->
            pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
        .list();
  }

  /** The subjects a decision spoke about. */
  public Set<SubjectId> subjectsOf(UUID decision) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select a from identity.decided_pair where decision = :decision
                union select b from identity.decided_pair where decision = :decision
                """)
            .param("decision", decision)
            .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
            .list());
  }

  /** The pairs as linkage takes them; subjects not held in memory are left out. */
  public static Constraints constraints(List<Pair> pairs, ResidentSubjects resident) {
    if (pairs.isEmpty()) {
      return Constraints.none();
    }
    Constraints.Builder constraints = Constraints.builder();
    for (Pair pair : pairs) {
      int a = resident.handleOf(pair.a());
      int b = resident.handleOf(pair.b());
      if (a >= 0 && b >= 0) {
        if (pair.same()) {
          constraints.alwaysSame(a, b);
        } else {
          constraints.neverSame(a, b);
        }
      }
    }
    return constraints.build();
  }

  /**
   * Says that all of these are the same: each with the smallest, which holds them together. What
   * staff stated is left out: it follows its anchor and is never compared.
   */
  public void addSame(Set<SubjectId> subjects, UUID decision) {
    TreeSet<SubjectId> sorted = new TreeSet<>(subjects);
    sorted.removeAll(new StatedRows(jdbc).among(subjects));
    if (sorted.isEmpty()) {
      return;
    }
    SubjectId smallest = sorted.removeFirst();
    add(sorted.stream().map(other -> Pair.of(smallest, other, true)).toList(), decision);
  }

  /** Says that none of the first is one of the second. */
  public void addDifferent(Set<SubjectId> first, Set<SubjectId> second, UUID decision) {
    add(
        first.stream()
            .flatMap(one -> second.stream().map(other -> Pair.of(one, other, false)))
            .toList(),
        decision);
  }

  private void add(List<Pair> pairs, UUID decision) {
    if (pairs.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into identity.decided_pair (a, b, same, decision)
            select n.a, n.b, n.same, :decision
            from unnest(cast(:a as uuid[]), cast(:b as uuid[]), cast(:same as boolean[]))
              as n (a, b, same)
            """)
        .param("decision", decision)
        .param("a", ArrayText.of(pairs, pair -> pair.a().toString()))
        .param("b", ArrayText.of(pairs, pair -> pair.b().toString()))
        .param("same", ArrayText.of(pairs, pair -> Boolean.toString(pair.same())))
        .update();
  }

  /** Takes the force of pairs that say "not the same" within these subjects. */
  public void revokeDifferentWithin(Collection<SubjectId> subjects, UUID by) {
    jdbc.sql(
            """
            update identity.decided_pair set revoked_by = :by
            where revoked_by is null and not same and a = any (cast(:subjects as uuid[]))
              and b = any (cast(:subjects as uuid[]))
            """)
        .param("by", by)
        .param("subjects", ArrayText.subjects(subjects))
        .update();
  }

  /** Takes the force of pairs that say "the same" across these two sets. */
  public void revokeSameAcross(Collection<SubjectId> first, Collection<SubjectId> second, UUID by) {
    jdbc.sql(
            """
            update identity.decided_pair set revoked_by = :by
            where revoked_by is null and same and (
              a = any (cast(:first as uuid[])) and b = any (cast(:second as uuid[]))
              or b = any (cast(:first as uuid[])) and a = any (cast(:second as uuid[])))
            """)
        .param("by", by)
        .param("first", ArrayText.subjects(first))
        .param("second", ArrayText.subjects(second))
        .update();
  }

  /** Takes back what a decision said, and gives force again to what it had revoked. */
  public void takeBack(UUID decision, UUID by) {
    jdbc.sql("update identity.decided_pair set revoked_by = null where revoked_by = :decision")
        .param("decision", decision)
        .update();
    jdbc.sql("update identity.decided_pair set revoked_by = :by where decision = :decision")
        .param("by", by)
        .param("decision", decision)
        .update();
  }

  private static Pair pair(UUID a, UUID b, boolean same) {
    return new Pair(new SubjectId(a), new SubjectId(b), same);
  }
}
