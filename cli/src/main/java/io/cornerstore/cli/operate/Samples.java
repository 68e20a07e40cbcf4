package io.cornerstore.cli.operate;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.intake.LogBatch;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens records from all over the log: proof that data, keys and root key belong together. */
final class Samples {

  private static final int PLACES = 40;
  private static final int EACH = 25;
  private static final Actor RESTORER = new Actor.Machine("restore");

  private Samples() {}

  /** How many records were looked at, and how many of them could be opened. */
  record Result(long read, long opened) {}

  static Result open(ApplicationContext application) {
    UnsealPermit permit =
        Objects.requireNonNull(
            application
                .getBean(TransactionTemplate.class)
                .execute(_ ->
                    application
                        .getBean(UnsealPermits.class)
                        .grant(
                            RESTORER,
                            AccessPurpose.OPERATION,
                            "backup.open-samples",
                            List.of("samples"))));
    SourceRecords records = application.getBean(SourceRecords.class);
    long head = records.head().value();
    long read = 0;
    long opened = 0;
    for (int place = 0; place < PLACES && read < head; place++) {
      long from = Math.max(head * place / PLACES, 0);
      LogBatch batch = records.after(new SourceRecordId(from), EACH, permit);
      read += Math.max(batch.last().value() - from, 0);
      opened += batch.records().size();
    }
    return new Result(read, opened);
  }
}
