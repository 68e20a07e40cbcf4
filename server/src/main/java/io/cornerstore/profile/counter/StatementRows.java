package io.cornerstore.profile.counter;

import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalDataHolder;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@code profile.statement}: who wrote what kind of thing down, and which entry it is. */
public class StatementRows implements PersonalDataHolder {

  private static final Statement.Kind[] KINDS = Statement.Kind.values();
  private static final Channel[] CHANNELS = Channel.values();
  private static final SubjectKind[] SUBJECT_KINDS = SubjectKind.values();

  private final JdbcClient jdbc;

  /** Over the main database. */
  public StatementRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A statement and whose subject it is. */
  record Kept(Statement statement, SubjectId subject, SubjectKind kind) {}

  @Override
  public String schema() {
    return "profile";
  }

  @Override
  @Transactional(readOnly = true)
  public long count(Collection<SubjectId> subjects) {
    return jdbc.sql(
            """
            select count(*) from profile.statement
            where subject = any (cast(:subjects as uuid[]))
            """)
        .param("subjects", texts(subjects))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Collection<SubjectId> subjects) {
    jdbc.sql("delete from profile.statement where subject = any (cast(:subjects as uuid[]))")
        .param("subjects", texts(subjects))
        .update();
  }

  void add(Kept kept) {
    Statement statement = kept.statement;
    jdbc.sql(
            """
            insert into profile.statement
              (statement, subject, record, at, kind, channel, subject_kind, fields, actor)
            values (:id, :subject, :record, :at, :kind, :channel, :subjectKind, :fields, :actor)
            """)
        .param("id", statement.id())
        .param("subject", kept.subject.value())
        .param("record", statement.record().value())
        .param("at", statement.at().atOffset(ZoneOffset.UTC))
        .param("kind", statement.kind().ordinal())
        .param("channel", statement.channel().ordinal())
        .param("subjectKind", kept.kind.ordinal())
        .param("fields", statement.fields().bits())
        .param("actor", statement.by())
        .update();
  }

  /** Whether it stands already: then the same was sent before. */
  boolean isThere(UUID statement) {
    return jdbc.sql("select exists (select from profile.statement where statement = :id)")
        .param("id", statement)
        .query(Boolean.class)
        .single();
  }

  /** The subject of a statement. */
  Optional<SubjectId> findSubject(UUID statement) {
    return jdbc.sql("select subject from profile.statement where statement = :id")
        .param("id", statement)
        .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Marks it as taken back; false when that was done before. */
  boolean withdraw(UUID statement, Statement.Withdrawal withdrawal) {
    return jdbc.sql(
                """
                update profile.statement
                set withdrawn_at = :at, withdrawn_by = :by, withdrawn_as = :reason
                where statement = :id and withdrawn_at is null
                """)
            .param("at", withdrawal.at().atOffset(ZoneOffset.UTC))
            .param("by", withdrawal.by())
            .param("reason", withdrawal.reason().code())
            .param("id", statement)
            .update()
        == 1;
  }

  /** Of these subjects, newest first. */
  List<Kept> of(Collection<SubjectId> subjects, CustomerId customer) {
    return jdbc.sql(
            """
            select statement, subject, record, at, withdrawn_at, kind, channel, subject_kind,
              fields, actor, withdrawn_by, withdrawn_as
            from profile.statement
            where subject = any (cast(:subjects as uuid[]))
            order by at desc, statement
            """)
        .param("subjects", texts(subjects))
        .query((row, _) -> kept(row, customer))
        .list();
  }

  private static Kept kept(ResultSet row, CustomerId customer) throws SQLException {
    OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    return new Kept(
        new Statement(
            row.getObject("statement", UUID.class),
            customer,
            KINDS[row.getInt("kind")],
            new SourceRecordId(row.getLong("record")),
            CHANNELS[row.getInt("channel")],
            new FieldSet(row.getInt("fields")),
            row.getString("actor"),
            at(row.getObject("at", OffsetDateTime.class)),
            withdrawn == null
                ? null
                : new Statement.Withdrawal(
                    row.getString("withdrawn_by"),
                    at(withdrawn),
                    Statement.Reason.findByCode(row.getString("withdrawn_as"))
                        .orElse(Statement.Reason.MISTAKE))),
        new SubjectId(row.getObject("subject", UUID.class)),
        SUBJECT_KINDS[row.getInt("subject_kind")]);
  }

  private static Instant at(OffsetDateTime time) {
    return time.toInstant();
  }

  private static String[] texts(Collection<SubjectId> subjects) {
    return subjects.stream().map(SubjectId::toString).toArray(String[]::new);
  }
}
