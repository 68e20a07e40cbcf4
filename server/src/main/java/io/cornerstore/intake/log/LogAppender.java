package io.cornerstore.intake.log;

import io.cornerstore.intake.SourceDocument;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only writer of the log. Keys become durable before anything sealed with them is written, and
 * a batch is one transaction: entries, receipts, index and the import's progress stand or fall
 * together. Thread-safe; one batch at a time holds the lock of the head, over all processes.
 */
public final class LogAppender {

  /** Where documents are sealed for. */
  public static final String DOCUMENT = "intake.source_record.document";

  /** Where what was received is sealed for. */
  static final String RECEIVED = "intake.source_record.received";

  /** Where quarantined rows are sealed for. */
  static final String CONTENT = "intake.quarantine.content";

  private final Vault vault;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final Receipts receipts = new Receipts();
  private final LookupRows lookups = new LookupRows();
  private final RecordRows records = new RecordRows();
  private final ItemRows items = new ItemRows();

  /** Over the main database and the vault. */
  public LogAppender(Vault vault, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.vault = vault;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Makes the keys durable and seals; touches no log. */
  public SealedBatch seal(List<LogEntry> entries, List<BadRowEntry> bad) {
    Set<SubjectId> subjects = new HashSet<>();
    entries.forEach(entry -> subjects.add(entry.subject()));
    bad.forEach(row -> subjects.add(row.subject()));
    Keyring keys = vault.sealing(subjects);
    List<byte[]> documents = new ArrayList<>(entries.size());
    List<byte[]> received = new ArrayList<>(entries.size());
    for (LogEntry entry : entries) {
      SourceDocument document = entry.document();
      documents.add(
          document == null
              ? new byte[0]
              : keys.seal(entry.subject(), DOCUMENT, DocumentCodec.encode(document)));
      RowContent.Fields row = entry.received();
      received.add(row == null ? new byte[0] : keys.seal(entry.subject(), RECEIVED, row.encode()));
    }
    List<byte[]> contents = new ArrayList<>(bad.size());
    for (BadRowEntry row : bad) {
      contents.add(keys.seal(row.subject(), CONTENT, row.content().encode()));
    }
    return new SealedBatch(entries, documents, received, bad, contents);
  }

  /**
   * Appends what is new of a batch, in its order, and commits.
   *
   * @param run the import whose progress this is, and how many rows of its files are behind the
   *     batch now
   */
  public Appended append(SealedBatch batch, @Nullable ImportRun run) {
    return append(batch, run, null);
  }

  /**
   * The same for entries that waited in quarantine: in the one transaction each is taken only if
   * its row still waits, and the row is settled.
   */
  public Appended append(
      SealedBatch batch, @Nullable ImportRun run, @Nullable Settlement settlement) {
    Appended appended =
        transactions.execute(_ ->
            jdbc.execute(
                (ConnectionCallback<Appended>)
                    connection -> write(connection, batch, run, settlement)));
    if (appended == null) {
      throw new IllegalStateException("a transaction without a result");
    }
    lookups.committed();
    return appended;
  }

  /**
   * The same in the transaction of the caller, which holds the lock of the head from here until it
   * ends: appending is the last thing it does.
   */
  public Appended join(SealedBatch batch) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("there is no transaction to join");
    }
    // Whether it will commit is not known: what was written is not remembered as being there.
    Appended appended =
        jdbc.execute(
            (ConnectionCallback<Appended>) connection -> write(connection, batch, null, null));
    return Objects.requireNonNull(appended);
  }

  /** Destroys the content of all versions of an item, in the transaction of the caller. */
  public void forget(UUID item, SubjectId subject) {
    jdbc.update(
        "update intake.source_record set document = null where subject = ? and item = ?",
        subject.value(),
        item);
  }

  private Appended write(
      Connection connection,
      SealedBatch batch,
      @Nullable ImportRun run,
      @Nullable Settlement settlement)
      throws SQLException {
    long last = records.lockHead(connection);
    List<LogEntry> entries = batch.entries;
    BitSet admitted = settlement == null ? null : settlement.claim(connection);
    boolean[] fresh = receipts.keepNew(connection, entries, admitted);
    ItemRows.Changes changes = items.compare(connection, entries, fresh, run);
    long[] ids = new long[entries.size()];
    int accepted = 0;
    for (int i = 0; i < ids.length; i++) {
      ids[i] = fresh[i] ? last + ++accepted : 0;
    }
    if (accepted > 0) {
      records.copy(connection, batch, changes.late(), ids, last + accepted);
      lookups.write(connection, entries, fresh, records.epoch());
      items.write(connection, changes, ids);
      ReviewRows.write(connection, entries, ids);
      if (run != null) {
        ImportBatches.write(connection, run, entries, ids, accepted);
      }
    }
    QuarantineRows.write(connection, batch, fresh, run);
    if (settlement != null && admitted != null) {
      settlement.settle(connection, admitted, ids);
    }
    FeedMinutes.write(connection, batch, ids);
    Appended appended = new Appended(ids, accepted, changes.replaced());
    if (run != null) {
      run.write(connection, appended, batch.bad.size());
    }
    return appended;
  }
}
