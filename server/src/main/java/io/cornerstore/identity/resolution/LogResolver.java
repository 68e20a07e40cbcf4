package io.cornerstore.identity.resolution;

import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.intake.SourceRecords;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The resolver of this process: works when it may, else waits for the process that does. */
public final class LogResolver implements Resolver {

  private static final long WAIT_MILLIS = 200;

  private final Head head;
  private final JdbcClient jdbc;
  private final SourceRecords records;
  private final ResidentSubjects resident;
  private final ResolverLock lock;
  private final Resolution resolution;

  /** Over the log and the subjects of this process. */
  public LogResolver(
      Database database, SourceRecords records, ResidentSubjects resident, Resolution resolution) {
    jdbc = database.jdbc();
    head = new Head(jdbc);
    this.records = records;
    this.resident = resident;
    this.resolution = resolution;
    lock = new ResolverLock(database.dataSource());
  }

  ResolverLock lock() {
    return lock;
  }

  Resolution resolution() {
    return resolution;
  }

  @Override
  public boolean ready() {
    return resident.isComplete();
  }

  @Override
  public void catchUp(Consumer<Progress> progress) throws InterruptedException {
    long target = records.head().value();
    while (true) {
      ResolverLock.Held held = lock.tryHold();
      if (held != null) {
        try (held) {
          resolution.catchUp(target, progress);
          return;
        }
      }
      HeadRow now = head.read();
      if (now.linkedTo() >= target && !isPending()) {
        return;
      }
      progress.accept(new Progress("wait", Math.min(now.linkedTo(), target), target));
      // Another process resolves; how far it is stands in the database only.
      Thread.sleep(WAIT_MILLIS);
    }
  }

  private boolean isPending() {
    return jdbc.sql("select exists (select 1 from identity.pending)").query(Boolean.class).single();
  }
}
