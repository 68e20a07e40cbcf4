package io.cornerstore.profile;

import io.cornerstore.intake.Catalogue;
import io.cornerstore.intake.LogBatch;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Product;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.Store;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.UnsealPermit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Records in memory. One thread. */
public final class MemoryRecords implements SourceRecords, Catalogue {

  private final List<OpenedRecord> records = new ArrayList<>();
  private boolean broken;

  /** Appends. */
  public void add(SampleRecord... more) {
    for (SampleRecord record : more) {
      records.add(record.opened());
    }
  }

  /** Opening fails from now on. */
  public void breakDown() {
    broken = true;
  }

  @Override
  public SourceRecordId head() {
    return records.isEmpty() ? SourceRecordId.NONE : records.getLast().record().id();
  }

  @Override
  public LogBatch after(SourceRecordId cursor, int limit, UnsealPermit permit) {
    List<OpenedRecord> batch =
        records.stream()
            .filter(one -> one.record().id().compareTo(cursor) > 0)
            .limit(limit)
            .toList();
    SourceRecordId last = batch.isEmpty() ? cursor : batch.getLast().record().id();
    return new LogBatch(batch, last, batch.size() < limit);
  }

  @Override
  public List<SourceRecord> of(Collection<SubjectId> subjects) {
    return records.stream()
        .map(OpenedRecord::record)
        .filter(record -> subjects.contains(record.subject()))
        .toList();
  }

  @Override
  public List<OpenedRecord> open(Collection<SubjectId> subjects, UnsealPermit permit) {
    if (broken) {
      throw new IllegalStateException("the store of records is broken");
    }
    return records.stream().filter(one -> subjects.contains(one.record().subject())).toList();
  }

  @Override
  public List<SubjectId> find(LookupField field, String value, int limit) {
    return List.of();
  }

  @Override
  public Map<String, Product> products(Collection<String> skus) {
    return Map.of();
  }

  @Override
  public Map<String, Store> stores(Collection<String> ids) {
    return Map.of();
  }
}
