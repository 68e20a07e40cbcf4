package io.cornerstore.identity.resolution;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.StatedRows;
import io.cornerstore.identity.features.FeatureCodec;
import io.cornerstore.identity.features.LinkageRecords;
import io.cornerstore.identity.features.SubjectFeatures;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.identity.resident.SubjectRow;
import io.cornerstore.intake.LogBatch;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.Statements;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Merges a batch of the log into the features of its subjects. Nothing is written here. Anonymous
 * subjects are passed over; a subject whose key is gone is too.
 */
final class FeatureUpdate {

  private final JdbcClient jdbc;
  private final Vault vault;
  private final SourceRecords log;
  private final SourceNumbers sources;
  private final ResidentSubjects resident;
  private final TransactionTemplate transaction;

  FeatureUpdate(Database database, Vault vault, SourceRecords log, ResidentSubjects resident) {
    jdbc = database.jdbc();
    transaction = new TransactionTemplate(database.transactions());
    this.vault = vault;
    this.log = log;
    sources = new SourceNumbers(jdbc);
    this.resident = resident;
  }

  BatchChanges of(LogBatch batch, UnsealPermit permit) {
    Map<SubjectId, List<OpenedRecord>> bySubject = new LinkedHashMap<>();
    for (OpenedRecord opened : batch.records()) {
      if (opened.record().kind() != SubjectKind.ANONYMOUS
          && !batch.reread().contains(opened.record().subject())) {
        bySubject.computeIfAbsent(opened.record().subject(), _ -> new ArrayList<>(2)).add(opened);
      }
    }
    Map<SubjectId, List<OpenedRecord>> anew = anew(batch, permit);
    Set<SubjectId> touched = new HashSet<>(bySubject.keySet());
    touched.addAll(anew.keySet());
    if (touched.isEmpty()) {
      return new BatchChanges(List.of(), Set.of(), Set.of());
    }
    Keyring keys = vault.opening(touched, permit);
    Map<SubjectId, SubjectRow> known = known(touched);
    Set<SubjectId> stated = stated(batch);
    List<SubjectChange> changes = new ArrayList<>(touched.size());
    Set<SubjectId> removed = new HashSet<>();
    anew.forEach((subject, records) -> {
      SubjectRow before = known.get(subject);
      if (records.isEmpty() || !keys.has(subject)) {
        removed.add(subject);
      } else {
        SubjectChange change = replace(subject, before, records, keys);
        if (change != null) {
          changes.add(stated.contains(subject) ? change.asStated() : change);
        }
      }
    });
    bySubject.forEach((subject, records) -> {
      if (keys.has(subject)) {
        SubjectChange change = merge(subject, known.get(subject), records, keys);
        if (change != null) {
          changes.add(stated.contains(subject) ? change.asStated() : change);
        }
      }
    });
    return new BatchChanges(changes, touched, removed);
  }

  /** All that is left of the subjects that are to be read again, as of this batch. */
  private Map<SubjectId, List<OpenedRecord>> anew(LogBatch batch, UnsealPermit permit) {
    if (batch.reread().isEmpty()) {
      return Map.of();
    }
    Map<SubjectId, List<OpenedRecord>> left = new LinkedHashMap<>();
    batch.reread().forEach(subject -> left.put(subject, new ArrayList<>(2)));
    for (OpenedRecord opened : log.open(batch.reread(), permit)) {
      List<OpenedRecord> records = left.get(opened.record().subject());
      if (records != null
          && opened.record().kind() != SubjectKind.ANONYMOUS
          && opened.record().id().compareTo(batch.last()) <= 0) {
        records.add(opened);
      }
    }
    return left;
  }

  private @Nullable SubjectChange replace(
      SubjectId subject, @Nullable SubjectRow known, List<OpenedRecord> records, Keyring keys) {
    SubjectChange anew = merge(subject, null, records, keys);
    if (known == null || anew == null) {
      return anew;
    }
    SubjectFeatures before =
        FeatureCodec.decode(keys.open(subject, SubjectRow.PLACE, known.features()));
    boolean relink =
        anew.row().thirdParty() != known.thirdParty()
            || !anew.compared().equals(LinkageRecords.of(known.kind(), known.source(), before));
    return new SubjectChange(anew.row(), anew.compared(), false, relink, false);
  }

  /* Asked for only when somebody at a counter wrote something, or an import was undone. */
  private Set<SubjectId> stated(LogBatch batch) {
    Set<SubjectId> written = new HashSet<>(batch.reread());
    batch.records().stream()
        .map(OpenedRecord::record)
        .filter(record -> record.source().equals(Statements.SOURCE))
        .map(SourceRecord::subject)
        .forEach(written::add);
    return written.isEmpty() ? Set.of() : new StatedRows(jdbc).among(written);
  }

  private Map<SubjectId, SubjectRow> known(Collection<SubjectId> subjects) {
    List<SubjectId> held = subjects.stream().filter(resident::holds).toList();
    Map<SubjectId, SubjectRow> rows = new HashMap<>();
    if (!held.isEmpty()) {
      transaction.executeWithoutResult(_ -> read(held, rows));
    }
    return rows;
  }

  private void read(List<SubjectId> subjects, Map<SubjectId, SubjectRow> rows) {
    PlanCache.planByTheData(jdbc);
    jdbc.sql(
            """
            select s.subject, s.kind, s.source, s.described, s.third_party, s.last_record,
              s.features
            from unnest(cast(:subjects as uuid[])) as asked (subject)
            join identity.subject s using (subject)
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .query(row -> {
          SubjectRow read = SubjectRow.of(row);
          rows.put(read.subject(), read);
        });
  }

  private @Nullable SubjectChange merge(
      SubjectId subject, @Nullable SubjectRow known, List<OpenedRecord> records, Keyring keys) {
    SubjectFeatures before =
        known == null
            ? SubjectFeatures.NONE
            : FeatureCodec.decode(keys.open(subject, SubjectRow.PLACE, known.features()));
    SubjectFeatures after = before;
    Traits traits = known == null ? null : Traits.of(known);
    for (OpenedRecord opened : records) {
      after = after.with(opened);
      SourceRecord record = opened.record();
      traits = Traits.with(traits, record, sources.of(record.source()));
    }
    if (traits == null
        || (known != null && after.equals(before) && traits.equals(Traits.of(known)))) {
      return null;
    }
    LinkageRecord compared = LinkageRecords.of(traits.kind, traits.source, after);
    boolean relink =
        known == null
            || traits.thirdParty != known.thirdParty()
            || !compared.equals(LinkageRecords.of(known.kind(), known.source(), before));
    long last = records.getLast().record().id().value();
    SubjectRow row =
        new SubjectRow(
            subject,
            traits.kind,
            traits.source,
            traits.described,
            traits.thirdParty,
            last,
            keys.seal(subject, SubjectRow.PLACE, FeatureCodec.encode(after)));
    return new SubjectChange(row, compared, known == null, relink, false);
  }

  /**
   * What is known of a subject beside its values. Its source is that of the first record that
   * describes it, until then that of the first record: others may refer to it by its key.
   */
  private record Traits(SubjectKind kind, int source, boolean described, boolean thirdParty) {

    static Traits of(SubjectRow row) {
      return new Traits(row.kind(), row.source(), row.described(), row.thirdParty());
    }

    static Traits with(@Nullable Traits before, SourceRecord record, int source) {
      boolean describes = record.type() == null;
      boolean third = record.party() == Party.THIRD_PARTY;
      if (before == null) {
        return new Traits(record.kind(), source, describes, third);
      }
      return new Traits(
          record.kind(),
          describes && !before.described ? source : before.source,
          before.described || describes,
          before.thirdParty && third);
    }
  }
}
