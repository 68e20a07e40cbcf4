package io.cornerstore.identity.resident;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.Resolver.Progress;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.features.FeatureCodec;
import io.cornerstore.identity.features.LinkageRecords;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import io.cornerstore.vault.Vault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the subjects in memory to the stored revision: everything at start, later what another
 * process changed. Rows are read in one snapshot, keys fetched and features opened by several
 * threads in chunks, and put into the index in the order of the rows.
 */
public final class ResidentLoader {

  private static final Logger LOG = LoggerFactory.getLogger(ResidentLoader.class);
  private static final int CHUNK = 5_000;

  private final JdbcClient jdbc;
  private final Head head;
  private final Vault vault;
  private final UnsealPermits permits;
  private final TransactionTemplate writing;
  private final TransactionTemplate snapshot;
  private final ResidentSubjects resident;

  /** Loads into the given subjects. */
  public ResidentLoader(
      JdbcClient jdbc,
      Vault vault,
      UnsealPermits permits,
      PlatformTransactionManager transactions,
      ResidentSubjects resident) {
    this.jdbc = jdbc;
    this.head = new Head(jdbc);
    this.vault = vault;
    this.permits = permits;
    this.resident = resident;
    writing = new TransactionTemplate(transactions);
    snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Loads what is missing, if anything. Only for the one writer of the subjects. */
  public void refresh(Consumer<Progress> progress) throws InterruptedException {
    HeadRow stored = head.read();
    if (resident.isComplete()
        && resident.revision() == stored.revision()
        && resident.model() == stored.model()) {
      return;
    }
    UnsealPermit permit =
        writing.execute(_ ->
            permits.grant(
                new Actor.Machine("resolver"),
                AccessPurpose.OPERATION,
                "identity.load",
                List.of("subjects after revision " + resident.revision())));
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8))) {
      Load load = new Load(permit, threads, progress);
      snapshot.executeWithoutResult(_ -> load.run());
      if (load.interrupted) {
        throw new InterruptedException("loading of the resident index");
      }
    }
  }

  /** A subject's record, or none when its key is gone. */
  private record Opened(SubjectRow row, @Nullable LinkageRecord linkageRecord) {}

  /** One run over the rows. */
  private final class Load {
    private final UnsealPermit permit;
    private final ExecutorService threads;
    private final Consumer<Progress> progress;
    private final Deque<Future<List<Opened>>> ahead = new ArrayDeque<>();
    private List<SubjectRow> chunk = new ArrayList<>(CHUNK);
    private boolean interrupted;
    private long done;
    private long total;
    private Set<SubjectId> stated = Set.of();

    Load(UnsealPermit permit, ExecutorService threads, Consumer<Progress> progress) {
      this.permit = permit;
      this.threads = threads;
      this.progress = progress;
    }

    void run() {
      HeadRow stored = head.read();
      useModel(stored.model());
      removeErased();
      stated =
          jdbc.sql("select subject from identity.stated")
              .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
              .set();
      total =
          jdbc.sql("select count(*) from identity.subject where revision > :seen")
              .param("seen", resident.revision())
              .query(Long.class)
              .single();
      jdbc.sql(
              """
              select subject, kind, source, described, third_party, last_record, features
              from identity.subject where revision > :seen order by revision, subject
              """)
          .param("seen", resident.revision())
          .withFetchSize(CHUNK)
          .query(row -> {
            add(SubjectRow.of(row));
          });
      submit();
      while (!ahead.isEmpty() && !interrupted) {
        putOldest();
      }
      if (!interrupted) {
        if (total > 0) {
          resident.index().prepare(); // ready is who answers the first search at once
        }
        resident.completeAt(stored.revision());
      }
    }

    private void useModel(long number) {
      if (number != resident.model()) {
        String body =
            jdbc.sql("select body from identity.model where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        if (LinkageModel.isOutdated(body)) {
          LOG.warn("Model {} was stored by an older version: a new one will be trained.", number);
          resident.usingOutdated(number);
        } else {
          resident.index().use(LinkageModel.fromText(body));
          resident.usingModel(number);
        }
      }
    }

    private void removeErased() {
      jdbc.sql("select subject from identity.removal where revision > :seen")
          .param("seen", resident.revision())
          .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
          .list()
          .forEach(resident::remove);
    }

    private void add(SubjectRow row) {
      chunk.add(row);
      if (chunk.size() == CHUNK && !interrupted) {
        submit();
        if (ahead.size() > 4) {
          putOldest();
        }
      }
    }

    private void submit() {
      List<SubjectRow> rows = chunk;
      chunk = new ArrayList<>(CHUNK);
      ahead.add(threads.submit(() -> open(rows)));
    }

    private List<Opened> open(List<SubjectRow> rows) {
      Keyring keys = vault.opening(rows.stream().map(SubjectRow::subject).toList(), permit);
      List<Opened> opened = new ArrayList<>(rows.size());
      for (SubjectRow row : rows) {
        opened.add(
            new Opened(
                row,
                keys.has(row.subject())
                    ? LinkageRecords.of(
                        row.kind(),
                        row.source(),
                        FeatureCodec.decode(
                            keys.open(row.subject(), SubjectRow.PLACE, row.features())))
                    : null));
      }
      return opened;
    }

    private void putOldest() {
      try {
        for (Opened opened : ahead.remove().get()) {
          LinkageRecord linkageRecord = opened.linkageRecord();
          if (linkageRecord == null) {
            resident.remove(opened.row().subject());
          } else if (stated.contains(opened.row().subject())) {
            resident.putStated(opened.row().subject(), linkageRecord);
          } else {
            resident.put(opened.row().subject(), opened.row().thirdParty(), linkageRecord);
          }
          done++;
        }
        progress.accept(new Progress("load", done, total));
      } catch (InterruptedException _) {
        interrupted = true;
        ahead.forEach(future -> future.cancel(true));
      } catch (ExecutionException e) {
        throw new IllegalStateException("the resident index cannot be loaded", e.getCause());
      }
    }
  }
}
