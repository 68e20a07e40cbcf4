package io.cornerstore.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.ServerArguments;
import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.TestFiles;
import io.cornerstore.postgres.PostgresAccess;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import io.cornerstore.testkit.ForkedJava;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCrashModuleTest {

  private static final int ROWS = 60_000;
  private static final int KILLS = 2;

  @Test
  void import_killedInTheMiddle_andRunAgain_countsEveryRowOnce(@TempDir Path folder)
      throws Exception {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", TestFiles.ordersMapping("killed"));
    Path file = files.write("orders.csv", TestFiles.orders(0, ROWS));
    Path rootKey = ServerArguments.newRootKeyFile();
    try (DatabasePair databases = Databases.fresh()) {
      try (IntakeServer first = IntakeServer.startOn(databases, rootKey)) {
        assertThat(first.count("intake.source_record")).isZero();
      }
      for (int kill = 1; kill <= KILLS; kill++) {
        killAfter(databases, rootKey, file, kill * 8000L);
      }
      try (IntakeServer server = IntakeServer.startOn(databases, rootKey)) {
        long before = server.count("intake.source_record");
        assertThat(before).isBetween(8000L, ROWS - 1L);
        FeedReport report = server.run(file).feeds().getFirst();

        assertThat(report.duplicates()).isEqualTo(before);
        assertThat(report.accepted()).isEqualTo(ROWS - before);
        assertThat(server.count("intake.source_record")).isEqualTo(ROWS);
        assertThat(server.count("intake.receipt")).isEqualTo(ROWS);
        assertThat(server.count("(select distinct id from intake.source_record)")).isEqualTo(ROWS);
        assertThat(server.count("(select from intake.log_head where last = " + ROWS + ")"))
            .isEqualTo(1);
      }
    }
  }

  private static void killAfter(DatabasePair databases, Path rootKey, Path file, long rows)
      throws Exception {
    PostgresAccess main = databases.main();
    PostgresAccess keys = databases.keys();
    try (ForkedJava child =
            ForkedJava.start(
                KilledImport.class,
                rootKey.toString(),
                main.jdbcUrl(),
                main.user(),
                main.password(),
                keys.jdbcUrl(),
                keys.user(),
                keys.password(),
                file.toString());
        var connection = main.connect();
        var statement = connection.createStatement()) {
      long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
      long last = 0;
      while (last < rows && System.nanoTime() < deadline) {
        try (var row = statement.executeQuery("select last from intake.log_head")) {
          row.next();
          last = row.getLong(1);
        }
        Thread.onSpinWait();
      }
      assertThat(last).as(child.errors()).isGreaterThanOrEqualTo(rows);
      child.kill();
    }
  }
}
