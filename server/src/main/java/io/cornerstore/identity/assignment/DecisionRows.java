package io.cornerstore.identity.assignment;

import io.cornerstore.identity.Decision;
import io.cornerstore.kernel.CopyRows;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of merges and splits: {@code identity.decision} and {@code identity.move}. */
public final class DecisionRows {

  private static final Decision.Type[] TYPES = Decision.Type.values();

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  /** Over the main database. */
  public DecisionRows(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Adds decisions in their order. */
  public void add(Collection<Decision> decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    CopyRows.into(
        dataSource,
        "identity.decision (decision, type, actor, reason, at)",
        rows ->
            decisions.forEach(decision ->
                rows.row(5)
                    .uuid(decision.id())
                    .smallint(decision.type().ordinal())
                    .text(decision.actor())
                    .text(decision.reason())
                    .bigint(Timestamps.micros(decision.at()))));
    CopyRows.into(
        dataSource,
        "identity.move (decision, subject, from_customer, to_customer)",
        rows ->
            decisions.forEach(decision ->
                decision
                    .moves()
                    .forEach(move ->
                        rows.row(4)
                            .uuid(decision.id())
                            .uuid(move.subject().value())
                            .uuid(move.from().value())
                            .uuid(move.to().value()))));
  }

  /** Notes that a decision was taken back by another. */
  public void undone(UUID decision, UUID by) {
    jdbc.sql("update identity.decision set undone_by = :by where decision = :decision")
        .param("by", by)
        .param("decision", decision)
        .update();
  }

  /** The decision with this id. */
  public Optional<Decision> find(UUID decision) {
    return query("where d.decision = :id", decision).stream().findFirst();
  }

  /**
   * Decisions that moved a subject from or to this customer, keep it apart from another or say that
   * it is one, newest first.
   */
  public List<Decision> about(CustomerId customer) {
    return query(
        """
        where d.decision in (
          select decision from identity.move where from_customer = :id
          union select decision from identity.move where to_customer = :id
          union
          select d2.decision
          from identity.member m
          join identity.decided_pair p on p.a = m.subject or p.b = m.subject
          join identity.decision d2 on d2.decision in (p.decision, p.revoked_by)
          where m.customer = :id and (
            d2.type in (3, 4) or d2.type = 2 and d2.decision = p.revoked_by and exists (
              select 1 from identity.decision d3
              where d3.decision = p.decision and d3.type in (3, 4))))
        """,
        customer.value());
  }

  /** Those subjects of a decision that are where it put them. */
  public List<SubjectId> unmovedSince(UUID decision) {
    return jdbc.sql(
            """
            select m.subject from identity.move m
            join identity.member now on now.subject = m.subject and now.customer = m.to_customer
            where m.decision = :decision
            """)
        .param("decision", decision)
        .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
        .list();
  }

  /** The ways back of those subjects of a customer that the engine, not a person, brought there. */
  public List<Decision.Move> waysBack(CustomerId customer) {
    return jdbc.sql(
            """
            select m.subject, last.from_customer
            from identity.member m
            join lateral (
              select v.from_customer, v.decision from identity.move v
              where v.subject = m.subject and v.to_customer = m.customer
              order by v.number desc limit 1) last on true
            join identity.decision d on d.decision = last.decision and d.actor = :engine
            where m.customer = :customer
            order by m.subject
            """)
        .param("customer", customer.value())
        .param("engine", AutomaticDecisions.ACTOR)
        .query((row, _) ->
            new Decision.Move(
                new SubjectId(row.getObject(1, UUID.class)),
                customer,
                new CustomerId(row.getObject(2, UUID.class))))
        .list();
  }

  private List<Decision> query(String condition, UUID id) {
    Map<UUID, Found> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select d.decision, d.type, d.actor, d.reason, d.at, d.undone_by,
                   m.subject, m.from_customer, m.to_customer
            from identity.decision d left join identity.move m using (decision)
            %s
            order by d.number desc, m.number
            """
                .formatted(condition))
        .param("id", id)
        .query(row -> {
          Found decision = found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new Found(row));
          decision.addMove(row);
        });
    return found.values().stream().map(Found::decision).toList();
  }

  /** A decision while its rows are read. */
  private static final class Found {
    private final UUID id;
    private final Decision.Type type;
    private final String actor;
    private final String reason;
    private final Instant at;
    private final @Nullable UUID undoneBy;
    private final List<Decision.Move> moves = new ArrayList<>();

    Found(ResultSet row) {
      try {
        id = row.getObject(1, UUID.class);
        type = TYPES[row.getInt(2)];
        actor = row.getString(3);
        reason = row.getString(4);
        at = row.getObject(5, OffsetDateTime.class).toInstant();
        undoneBy = row.getObject(6, UUID.class);
      } catch (SQLException e) {
        throw new IllegalStateException("a row of identity.decision cannot be read", e);
      }
    }

    void addMove(ResultSet row) throws SQLException {
      UUID subject = row.getObject(7, UUID.class);
      if (subject != null) {
        moves.add(
            new Decision.Move(
                new SubjectId(subject),
                new CustomerId(row.getObject(8, UUID.class)),
                new CustomerId(row.getObject(9, UUID.class))));
      }
    }

    Decision decision() {
      return new Decision(id, type, actor, reason, at, moves, undoneBy);
    }
  }
}
