package io.cornerstore.intake.log;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.LogBatch;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.normal.PersonNormalizer;
import io.cornerstore.intake.normal.PlainText;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.annotation.Transactional;

/** The log in PostgreSQL. */
public class PostgresSourceRecords implements SourceRecords {

  private static final SubjectKind[] KINDS = SubjectKind.values();
  private static final Channel[] CHANNELS = Channel.values();
  private static final Party[] PARTIES = Party.values();
  private static final Basis[] BASES = Basis.values();
  private static final InteractionType[] TYPES = InteractionType.values();

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Feeds feeds;
  private final BlindTokens tokens;
  private final PersonNormalizer normalizer;

  /** Over the main database and the vault. */
  public PostgresSourceRecords(
      JdbcClient jdbc, Vault vault, Feeds feeds, BlindTokens tokens, PersonNormalizer normalizer) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.feeds = feeds;
    this.tokens = tokens;
    this.normalizer = normalizer;
  }

  @Override
  public SourceRecordId head() {
    return new SourceRecordId(
        jdbc.sql("select last from intake.log_head").query(Long.class).single());
  }

  @Override
  @Transactional(readOnly = true)
  public LogBatch after(SourceRecordId cursor, int limit, UnsealPermit permit) {
    SourceRecordId end = head();
    List<SealedRecord> rows =
        jdbc.sql(
                """
                select id, occurred_at, received_at, subject, item, fields, source, kind, channel,
                       party, basis, trust, type, gone, late, document, reread
                  from intake.source_record
                 where id > :cursor and withdrawn_by is null
                 order by id
                 limit :limit\
                """)
            .param("cursor", cursor.value())
            .param("limit", limit)
            .query((row, _) -> sealed(row, row.getBoolean(17)))
            .list();
    SourceRecordId last = rows.isEmpty() ? cursor : rows.getLast().record.id();
    // What was withdrawn is not read, also at the end of the log: the cursor passes it all the
    // same.
    if (rows.size() < limit && last.compareTo(end) < 0) {
      last = end;
    }
    Set<SubjectId> reread = new LinkedHashSet<>();
    rows.stream().filter(row -> row.reread).forEach(row -> reread.add(row.record.subject()));
    List<SealedRecord> said = rows.stream().filter(row -> !row.reread).toList();
    return new LogBatch(opened(said, permit), last, rows.size() < limit, reread);
  }

  @Override
  @Transactional(readOnly = true)
  public List<SourceRecord> of(Collection<SubjectId> subjects) {
    return jdbc.sql(
            """
            select found.*
              from unnest(:subjects) as asked (subject)
             cross join lateral (
                     select id, occurred_at, received_at, subject, item, fields, source, kind,
                            channel, party, basis, trust, type, gone, late
                       from intake.source_record
                      where source_record.subject = asked.subject and withdrawn_by is null
                        and not reread offset 0) as found
             order by found.id\
            """)
        .param("subjects", array(subjects))
        .query((row, _) -> record(row))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<SubjectId, Integer> counts(Collection<SubjectId> subjects) {
    Map<SubjectId, Integer> counts = new HashMap<>();
    jdbc.sql(
            """
            select subject, count(*) from intake.source_record
             where subject = any(:subjects)
             group by subject\
            """)
        .param("subjects", array(subjects))
        .query(row -> {
          counts.put(new SubjectId(row.getObject(1, UUID.class)), row.getInt(2));
        });
    return counts;
  }

  @Override
  @Transactional(readOnly = true)
  public List<OpenedRecord> open(Collection<SubjectId> subjects, UnsealPermit permit) {
    List<SealedRecord> rows =
        jdbc.sql(
                """
                select found.*
                  from unnest(:subjects) as asked (subject)
                 cross join lateral (
                         select id, occurred_at, received_at, subject, item, fields, source, kind,
                                channel, party, basis, trust, type, gone, late, document
                           from intake.source_record
                          where source_record.subject = asked.subject and withdrawn_by is null
                        and not reread offset 0) as found
                 order by found.id\
                """)
            .param("subjects", array(subjects))
            .query((row, _) -> sealed(row, false))
            .list();
    return opened(rows, permit);
  }

  @Override
  @Transactional(readOnly = true)
  public List<SubjectId> find(LookupField field, String value, int limit) {
    if (field == LookupField.SUBJECT_KEY) {
      return bySourceKey(PlainText.clean(value), limit);
    }
    Set<UUID> wanted = new LinkedHashSet<>();
    wanted.add(tokens.search(field, value, normalizer, null).token());
    if (field == LookupField.PHONE) {
      for (String country : feeds.countries()) {
        wanted.add(tokens.search(field, value, normalizer, country).token());
      }
    }
    return jdbc.sql(
            """
            select distinct subject from intake.lookup
             where field = :field and token = any(:tokens)
             limit :limit\
            """)
        .param("field", field.ordinal())
        .param("tokens", UuidArray.of(wanted))
        .param("limit", limit)
        .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Needs no index: a subject's id is the hash of its source and key. */
  private List<SubjectId> bySourceKey(String key, int limit) {
    List<SubjectId> candidates =
        feeds.sources().stream().map(source -> tokens.subject(source, key)).toList();
    return jdbc.sql(
            """
            select distinct subject from intake.source_record
             where subject = any(:subjects) and withdrawn_by is null and not reread
             limit :limit\
            """)
        .param("subjects", array(candidates))
        .param("limit", limit)
        .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
        .list();
  }

  private List<OpenedRecord> opened(List<SealedRecord> rows, UnsealPermit permit) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<SubjectId> subjects = new HashSet<>();
    rows.forEach(row -> subjects.add(row.record.subject()));
    Keyring keys = vault.opening(subjects, permit);
    List<OpenedRecord> opened = new ArrayList<>(rows.size());
    for (SealedRecord row : rows) {
      SubjectId subject = row.record.subject();
      byte[] document = row.document;
      if (document == null) {
        opened.add(new OpenedRecord(row.record, NO_CONTENT));
      } else if (keys.has(subject)) {
        byte[] plain = keys.open(subject, LogAppender.DOCUMENT, document);
        opened.add(new OpenedRecord(row.record, DocumentCodec.decode(plain)));
      }
    }
    return opened;
  }

  private static final SourceDocument NO_CONTENT =
      new SourceDocument(null, List.of(), null, Map.of());

  private static final class SealedRecord {
    final SourceRecord record;
    final byte @Nullable [] document;
    final boolean reread;

    SealedRecord(SourceRecord record, byte @Nullable [] document, boolean reread) {
      this.record = record;
      this.document = document;
      this.reread = reread;
    }
  }

  private SealedRecord sealed(ResultSet row, boolean reread) throws SQLException {
    return new SealedRecord(record(row), row.getBytes(16), reread);
  }

  private SourceRecord record(ResultSet row) throws SQLException {
    short type = row.getShort(13);
    boolean typed = !row.wasNull();
    return new SourceRecord(
        new SourceRecordId(row.getLong(1)),
        new SubjectId(row.getObject(4, UUID.class)),
        KINDS[row.getShort(8)],
        feeds.source(row.getShort(7)),
        CHANNELS[row.getShort(9)],
        PARTIES[row.getShort(10)],
        BASES[row.getShort(11)],
        row.getShort(12),
        row.getObject(5, UUID.class),
        row.getBoolean(14),
        row.getBoolean(15),
        new FieldSet(row.getInt(6)),
        typed ? TYPES[type] : null,
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getObject(3, OffsetDateTime.class).toInstant());
  }

  private static SqlArrayValue array(Collection<SubjectId> subjects) {
    return UuidArray.of(subjects.stream().map(SubjectId::value).distinct().toList());
  }
}
