package io.cornerstore.identity.review;

import io.cornerstore.identity.Agreement;
import io.cornerstore.identity.CaseKey;
import io.cornerstore.identity.Reliability;
import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.Verdict;
import io.cornerstore.identity.Verdict.Answer;
import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stewards said: {@code identity.verdict}. */
final class VerdictRows {

  private static final Answer[] ANSWERS = Answer.values();

  private final JdbcClient jdbc;

  VerdictRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String steward, ReviewCase answered, Verdict verdict, boolean sampled) {
    jdbc.sql(
            """
            insert into identity.verdict (verdict, steward, answer, pair_a, pair_b, subjects_a,
              subjects_b, probability, sampled, second_look, decision, at)
            values (:verdict, :steward, :answer, :a, :b, cast(:left as uuid[]),
              cast(:right as uuid[]), :probability, :sampled, :second, cast(:decision as uuid), :at)
            """)
        .param("verdict", verdict.id())
        .param("steward", steward)
        .param("answer", verdict.answer().ordinal())
        .param("a", verdict.key().a().value())
        .param("b", verdict.key().b().value())
        .param("left", ArrayText.subjects(answered.left()))
        .param("right", ArrayText.subjects(answered.right()))
        .param("probability", verdict.probability())
        .param("sampled", sampled)
        .param("second", verdict.secondLook())
        .param("decision", verdict.decision())
        .param("at", Timestamps.parameter(verdict.at()))
        .update();
  }

  void takeBack(UUID verdict) {
    jdbc.sql("update identity.verdict set taken_back = true where verdict = :verdict")
        .param("verdict", verdict)
        .update();
  }

  /** An own verdict, if it still holds. */
  Optional<Verdict> find(String steward, UUID verdict) {
    return jdbc
        .sql(
            """
            select verdict, pair_a, pair_b, answer, probability, at, decision, second_look,
              taken_back
            from identity.standing_verdict
            where verdict = :verdict and steward = :steward
            """)
        .param("verdict", verdict)
        .param("steward", steward)
        .query((row, _) -> verdict(row))
        .list()
        .stream()
        .findFirst();
  }

  Optional<Verdict> latest(String steward) {
    return jdbc
        .sql(
            """
            select verdict, pair_a, pair_b, answer, probability, at, decision, second_look,
              taken_back
            from identity.standing_verdict where steward = :steward
            order by number desc limit 1
            """)
        .param("steward", steward)
        .query((row, _) -> verdict(row))
        .list()
        .stream()
        .findFirst();
  }

  /** Own verdicts, newest first; of those for later only such as are still so. */
  List<Verdict> given(String steward, boolean later, int limit) {
    return jdbc.sql(
            """
            select v.verdict, v.pair_a, v.pair_b, v.answer, v.probability, v.at, v.decision,
              v.second_look, v.taken_back or d.undone_by is not null
            from identity.verdict v left join identity.decision d using (decision)
            where v.steward = :steward and (v.answer = :later) = :wanted
              and not (v.taken_back and :wanted)
            order by v.number desc limit :limit
            """)
        .param("steward", steward)
        .param("later", Answer.LATER.ordinal())
        .param("wanted", later)
        .param("limit", limit)
        .query((row, _) -> verdict(row))
        .list();
  }

  /** The pairs this steward left for later. */
  List<CaseKey> later(String steward) {
    return jdbc.sql(
            """
            select pair_a, pair_b from identity.standing_verdict
            where steward = :steward and answer = :later
            """)
        .param("steward", steward)
        .param("later", Answer.LATER.ordinal())
        .query((row, _) -> new CaseKey(CaseRows.subject(row, 1), CaseRows.subject(row, 2)))
        .list();
  }

  /** The pairs anybody answered since, for lists that are older. */
  List<CaseKey> answeredSince(Instant since) {
    return jdbc.sql(
            """
            select pair_a, pair_b from identity.standing_verdict
            where at >= :since and answer <> :later
            """)
        .param("since", Timestamps.parameter(since))
        .param("later", Answer.LATER.ordinal())
        .query((row, _) -> new CaseKey(CaseRows.subject(row, 1), CaseRows.subject(row, 2)))
        .list();
  }

  /** Forgets that this steward left a pair for later: it is answered now. */
  void settle(String steward, CaseKey key) {
    jdbc.sql(
            """
            update identity.verdict set taken_back = true
            where steward = :steward and answer = :later and not taken_back
              and (pair_a = :a and pair_b = :b or pair_a = :b and pair_b = :a)
            """)
        .param("steward", steward)
        .param("later", Answer.LATER.ordinal())
        .param("a", key.a().value())
        .param("b", key.b().value())
        .update();
  }

  int countDone(String steward) {
    return jdbc.sql(
            """
            select count(*) from identity.standing_verdict
            where steward = :steward and answer <> :later
            """)
        .param("steward", steward)
        .param("later", Answer.LATER.ordinal())
        .query(Integer.class)
        .single();
  }

  /** Cases this steward is to look at as the second, oldest first. */
  List<ReviewCase> secondLooks(String steward, int limit) {
    return jdbc.sql(
            """
            select f.pair_a, f.pair_b, f.subjects_a, f.subjects_b, f.probability
            from identity.standing_verdict f
            where f.sampled and f.steward <> :steward
              and not exists (
                select 1 from identity.standing_verdict s
                where s.pair_a = f.pair_a and s.pair_b = f.pair_b and s.answer <> :later
                  and (s.second_look or s.steward = :steward))
            order by f.number limit :limit
            """)
        .param("steward", steward)
        .param("later", Answer.LATER.ordinal())
        .param("limit", limit)
        .query((row, _) ->
            new ReviewCase(
                new CaseKey(CaseRows.subject(row, 1), CaseRows.subject(row, 2)),
                CaseRows.subjects(row, 3),
                CaseRows.subjects(row, 4),
                row.getDouble(5),
                0,
                0))
        .list();
  }

  /** First and second answers to the same case, where both still hold. */
  Agreement agreement() {
    return jdbc.sql(
            """
            select
              count(*) filter (where f.answer = 0 and s.answer = 0),
              count(*) filter (where f.answer = 0 and s.answer = 1),
              count(*) filter (where f.answer = 1 and s.answer = 0),
              count(*) filter (where f.answer = 1 and s.answer = 1)
            from identity.standing_verdict s
            join identity.standing_verdict f on f.pair_a = s.pair_a and f.pair_b = s.pair_b
            where s.second_look and f.sampled and not f.second_look
            """)
        .query((row, _) ->
            new Agreement(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .single();
  }

  /** First answers and what the engine had thought. */
  List<Reliability.Seen> seen() {
    return jdbc.sql(
            """
            select probability, answer from identity.standing_verdict
            where answer <> :later and not second_look
            """)
        .param("later", Answer.LATER.ordinal())
        .query((row, _) ->
            new Reliability.Seen(row.getDouble(1), row.getInt(2) == Answer.SAME.ordinal()))
        .list();
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    return new Verdict(
        row.getObject(1, UUID.class),
        new CaseKey(CaseRows.subject(row, 2), CaseRows.subject(row, 3)),
        ANSWERS[row.getInt(4)],
        row.getDouble(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getObject(7, UUID.class),
        row.getBoolean(8),
        row.getBoolean(9));
  }
}
