package io.cornerstore.identity.resolution;

import io.cornerstore.identity.IdentitySettings;
import io.cornerstore.identity.Resolver.Progress;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.assignment.RemovedSubjects;
import io.cornerstore.identity.resident.ResidentLoader;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.vault.UnsealPermits;
import io.cornerstore.vault.Vault;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of resolving, for whoever holds the resolver's lock.
 *
 * <p>A step is one transaction: a batch of the log becomes features and assignments, and the cursor
 * moves with them. During a large load batches become features only; at its end everything is
 * linked once, by the same code. When a step fails, memory may be ahead of the database: it is
 * forgotten and loaded again.
 */
public final class Resolution {

  private final JdbcClient jdbc;
  private final Head head;
  private final IdentitySettings settings;
  private final SourceRecords records;
  private final LogReader log;
  private final TransactionTemplate transaction;
  private final ResidentSubjects resident;
  private final ResidentLoader loader;
  private final FeatureUpdate features;
  private final SubjectWriter subjects;
  private final Linker linker;
  private final RemovedSubjects removed;
  private final Models models;
  private long householdsDone = System.nanoTime();
  private long householdsPause;

  /** What this works with from other modules. */
  public record Sources(SourceRecords records, Vault vault, UnsealPermits permits) {}

  /** Over the log and the subjects of this process. */
  public Resolution(
      Database database,
      Sources sources,
      ResidentSubjects resident,
      TimeOrderedIds ids,
      Publication publication,
      IdentitySettings settings) {
    jdbc = database.jdbc();
    head = new Head(jdbc);
    this.settings = settings;
    this.resident = resident;
    records = sources.records;
    transaction = new TransactionTemplate(database.transactions());
    log = new LogReader(records, sources.permits, transaction, settings.batch());
    loader =
        new ResidentLoader(jdbc, sources.vault, sources.permits, database.transactions(), resident);
    features = new FeatureUpdate(database, sources.vault, records, resident);
    subjects = new SubjectWriter(jdbc, database.dataSource());
    removed = new RemovedSubjects(jdbc, database.clock());
    linker = new Linker(database, resident, ids, publication);
    models = new Models(jdbc, database.clock(), settings, resident);
  }

  /** Works until the log is resolved up to there. */
  void catchUp(long target, Consumer<Progress> progress) throws InterruptedException {
    boolean more = true;
    while (more) {
      if (Thread.interrupted()) {
        throw new InterruptedException("resolving");
      }
      more = step(target, progress);
    }
    refreshHouseholds();
  }

  /** Works off what is due for households, unless that was done a short while ago. */
  void refreshHouseholdsSometimes() {
    if (System.nanoTime() - householdsDone > householdsPause) {
      refreshHouseholds();
    }
  }

  /* Looks at all subjects: pauses so long that it takes a twentieth of the time at most. */
  private void refreshHouseholds() {
    if (linker.households().isDue()) {
      long began = System.nanoTime();
      inOneRevision(
          head.read(),
          locked -> {
            linker.households().refresh();
            return locked;
          });
      householdsDone = System.nanoTime();
      householdsPause = 20 * (householdsDone - began);
    }
  }

  /** Brings memory to what another process has stored. */
  void follow() throws InterruptedException {
    loader.refresh(_ -> {});
  }

  /** The newest entry of the log. */
  long end() {
    return records.head().value();
  }

  /**
   * Does one piece of work, if there is any before that entry of the log; false if there is none.
   */
  boolean step(long target, Consumer<Progress> progress) throws InterruptedException {
    loader.refresh(progress);
    HeadRow now = head.read();
    try {
      if (now.readTo() < target) {
        boolean large = now.readTo() > now.linkedTo() || isLarge(target - now.readTo());
        read(now, large);
        progress.accept(new Progress("read", Math.min(head.read().readTo(), target), target));
        return true;
      }
      if (models.isDue(now)) {
        train(now, progress);
        return true;
      }
      if (now.readTo() > now.linkedTo()) {
        linkAll(now, progress);
        return true;
      }
      return relinkPending();
    } catch (RuntimeException | Error failure) {
      resident.clear();
      throw failure;
    }
  }

  private boolean isLarge(long backlog) {
    return backlog > settings.largeFrom() && backlog > settings.largeShare() * resident.size();
  }

  private void read(HeadRow now, boolean large) {
    LogReader.Read read = log.after(now.readTo(), large);
    BatchChanges changes = features.of(read.batch(), read.permit());
    inOneRevision(
        now,
        locked -> {
          Set<CustomerId> left = Set.copyOf(removed.remove(changes.removed(), locked.revision()));
          changes.removed().forEach(resident::remove);
          subjects.write(changes.changes(), locked.revision());
          for (SubjectChange change : changes.changes()) {
            if (change.stated()) {
              resident.putStated(change.row().subject(), change.compared());
            } else {
              resident.put(change.row().subject(), change.row().thirdParty(), change.compared());
            }
          }
          long last = read.batch().last().value();
          HeadRow linked =
              large
                  ? linker.touch(changes.touched(), left, locked)
                  : linker.relink(relinked(changes), changes.touched(), left, locked);
          HeadRow followed =
              changes.changes().stream().anyMatch(SubjectChange::stated)
                  ? linker.follow(linked)
                  : linked;
          return followed.at(last, large ? locked.linkedTo() : last);
        });
  }

  private static List<SubjectId> relinked(BatchChanges changes) {
    return changes.changes().stream()
        .filter(SubjectChange::relink)
        .map(change -> change.row().subject())
        .toList();
  }

  /* A new model makes all that is linked outdated; that it does is stored along with it. */
  private void train(HeadRow now, Consumer<Progress> progress) {
    progress.accept(new Progress("train", 0, resident.size()));
    LinkageModel model = models.train(linker.constraints());
    HeadRow kept =
        inOneRevision(
            now,
            locked ->
                models
                    .keep(model, locked)
                    .at(locked.readTo(), Math.min(locked.linkedTo(), locked.readTo() - 1)));
    if (kept == null) {
      resident.clear(); // the model in use is one that is not stored
    } else {
      resident.usingModel(kept.model());
    }
  }

  /* Computed without the lock, so that people can decide meanwhile; if they did, done again. */
  private void linkAll(HeadRow now, Consumer<Progress> progress) {
    long size = resident.size();
    progress.accept(new Progress("link", 0, size));
    Linked linked = linker.linkAll(linker.constraints());
    progress.accept(new Progress("write", 0, size));
    inOneRevision(
        now,
        locked -> {
          HeadRow saved = linker.writeAll(linked, locked);
          return saved.at(saved.readTo(), saved.readTo());
        });
    progress.accept(new Progress("write", size, size));
  }

  private boolean relinkPending() {
    boolean pending =
        jdbc.sql("select exists (select 1 from identity.pending)").query(Boolean.class).single();
    if (pending) {
      inOneRevision(head.read(), locked -> linker.relink(List.of(), List.of(), Set.of(), locked));
    }
    return pending;
  }

  /* Nothing happens, and null is returned, when the database is not what memory was built from. */
  private @Nullable HeadRow inOneRevision(HeadRow expected, Function<HeadRow, HeadRow> work) {
    HeadRow written =
        transaction.execute(_ -> {
          HeadRow locked = head.lock();
          if (locked.revision() != resident.revision()
              || locked.readTo() != expected.readTo()
              || locked.decided() != expected.decided()) {
            return null;
          }
          HeadRow saved = work.apply(locked.revised());
          head.save(saved);
          return saved;
        });
    if (written != null) {
      resident.completeAt(written.revision());
    }
    return written;
  }
}
