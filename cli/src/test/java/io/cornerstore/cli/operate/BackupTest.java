package io.cornerstore.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.cli.CommandRun;
import io.cornerstore.cli.backup.Backup;
import io.cornerstore.cli.backup.KeyCover;
import io.cornerstore.cli.backup.Kind;
import io.cornerstore.cli.installation.DatabaseServers;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.intake.Work;
import io.cornerstore.identity.Customers;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.sampletown.Town;
import io.cornerstore.sampletown.TownFeeds;
import io.cornerstore.sampletown.TownSettings;
import io.cornerstore.vault.UnsealPermits;
import io.cornerstore.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Backups of real databases with real records, restored into other folders. */
class BackupTest {

  @TempDir private static Path made;
  private static Path town;
  private static Path more;

  @TempDir private Path folder;

  @BeforeAll
  static void makeTowns() throws IOException {
    town = Files.createDirectory(made.resolve("town"));
    more = Files.createDirectory(made.resolve("more"));
    TownFeeds.write(Town.of(TownSettings.of(11, 150)), town, (_, _, _) -> {});
    TownFeeds.write(Town.of(TownSettings.of(12, 1_500)), more, (_, _, _) -> {});
  }

  private Path data() {
    return folder.resolve("live");
  }

  private static List<OpenedRecord> records(ApplicationContext application) {
    return Objects.requireNonNull(
        application
            .getBean(TransactionTemplate.class)
            .execute(_ ->
                application
                    .getBean(SourceRecords.class)
                    .after(
                        SourceRecordId.NONE,
                        1_000_000,
                        application
                            .getBean(UnsealPermits.class)
                            .grant(
                                new Actor.Machine("test"),
                                AccessPurpose.OPERATION,
                                "test",
                                List.of("test")))
                    .records()));
  }

  private CommandRun restore(Path backup, Path into) {
    return CommandRun.of(
        into,
        "restore",
        "--from",
        backup.toString(),
        "--root-key",
        data().resolve("root.key").toString());
  }

  @Test
  void backup_whileRecordsStreamIn_isConsistentAndRestores() throws Exception {
    Path backup = folder.resolve("backup");
    CommandRun taken;
    AtomicBoolean moreRead = new AtomicBoolean();
    try (Installation live = Installation.own(data())) {
      Work work = new Work(live.command());
      work.read(ImportRequest.of(town.resolve("feeds")));
      work.resolve();
      CountDownLatch begun = new CountDownLatch(1);
      Thread reading =
          Thread.ofPlatform()
              .start(() -> {
                begun.countDown();
                work.read(ImportRequest.of(more.resolve("feeds")));
                moreRead.set(true);
              });
      begun.await();
      taken = CommandRun.of(data(), "backup", "--to", backup.toString(), "--verify");
      reading.join();
    }
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("Verified: restored, every row of every table the same");
    assertThat(taken.out()).contains(", 0 of ");
    assertThat(moreRead).isTrue();
    assertThat(backup.resolve("verifying")).doesNotExist();
    assertThat(new BackupRecord(data()).findVerified()).isPresent();

    Path copy = folder.resolve("copy");
    CommandRun restored = restore(backup, copy);
    assertThat(restored.code()).as(restored.err()).isZero();
    try (Installation installation = Installation.own(copy)) {
      ApplicationContext application = installation.command();
      long rows = records(application).size();
      assertThat(rows).isEqualTo(application.getBean(SourceRecords.class).head().value());
      // And it goes on working: what was missing is read again, what was there counts once.
      Work work = new Work(installation.command());
      work.read(ImportRequest.of(more.resolve("feeds")));
      work.resolve();
      assertThat(application.getBean(Customers.class).count()).isPositive();
    }
    assertThat(CommandRun.of(data(), "backup", "--to", backup.toString()).err())
        .contains("is there already, and nothing is overwritten");
    assertThat(restore(backup, copy).err()).contains("holds a database already");
  }

  @Test
  void erasure_beforeAndDuringTheBackup_isNotUndoneByRestoring() throws Exception {
    Path backup = folder.resolve("backup");
    SubjectId before;
    SubjectId during;
    byte[] wrapped;
    try (Installation live = Installation.own(data())) {
      ApplicationContext application = live.command();
      new Work(live.command()).read(ImportRequest.of(town.resolve("feeds")));
      List<OpenedRecord> records = records(application);
      before = records.getFirst().record().subject();
      during = records.getLast().record().subject();
      DatabaseServers servers = live.databases();
      wrapped = wrappedKey(servers, before);
      take(Kind.KEYS, servers, folder.resolve("control"));
      application.getBean(Vault.class).shred(Set.of(before));
      take(Kind.DATA, servers, backup);
      application.getBean(Vault.class).shred(Set.of(during));
      take(Kind.KEYS, servers, backup);
    }
    assertThat(holds(folder.resolve("control"), wrapped)).as("the search finds").isTrue();
    assertThat(holds(backup.resolve("keys"), wrapped)).as("remains of an erased key").isFalse();

    Path copy = folder.resolve("copy");
    CommandRun restored = restore(backup, copy);
    assertThat(restored.code()).as(restored.err()).isZero();
    assertThat(restored.out()).contains("has come back: repeat these erasures");
    try (Installation installation = Installation.own(copy)) {
      DatabaseServers servers = installation.databases();
      assertThat(KeyCover.of(servers.main(), servers.keys()).missing())
          .containsExactlyInAnyOrder(before.value(), during.value());
      assertThat(records(installation.command()))
          .isNotEmpty()
          .noneMatch(opened -> Set.of(before, during).contains(opened.record().subject()));
    }
  }

  @Test
  void keys_olderThanTheData_areRefusedBeforeAnythingIsWritten() throws Exception {
    Path backup = folder.resolve("backup");
    try (Installation live = Installation.own(data())) {
      live.command();
      take(Kind.KEYS, live.databases(), backup);
      take(Kind.DATA, live.databases(), backup);
    }
    Path copy = folder.resolve("copy");
    CommandRun refused = restore(backup, copy);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("before the data of").contains("could never be opened");
    assertThat(copy).doesNotExist();
  }

  @Test
  void backup_withAChangedByte_isRefused() throws Exception {
    Path backup = folder.resolve("backup");
    try (Installation live = Installation.own(data())) {
      live.command();
    }
    assertThat(CommandRun.of(data(), "backup", "--to", backup.toString()).code()).isZero();
    Path file = backup.resolve("data/tables/audit.entry.copy.gz");
    byte[] content = Files.readAllBytes(file);
    content[content.length - 9] ^= 1;
    Files.write(file, content);
    CommandRun refused = restore(backup, folder.resolve("copy"));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("tables/audit.entry.copy.gz differs");
  }

  private static void take(Kind kind, DatabaseServers servers, Path backup) {
    Backup.take(
        kind,
        kind == Kind.DATA ? servers.main() : servers.keys(),
        backup.resolve(kind == Kind.DATA ? "data" : "keys"),
        "test",
        Clock.systemUTC(),
        (_, _) -> {});
  }

  private static byte[] wrappedKey(DatabaseServers servers, SubjectId subject) throws SQLException {
    try (Connection connection = servers.keys().connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select wrapped from vault.subject_key where subject = ?")) {
      statement.setObject(1, subject.value());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  private static boolean holds(Path folder, byte[] wanted) throws IOException {
    String needle = HexFormat.of().formatHex(wanted);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in =
            file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
          if (HexFormat.of().formatHex(in.readAllBytes()).contains(needle)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
