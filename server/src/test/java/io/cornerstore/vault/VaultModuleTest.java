package io.cornerstore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.ServerArguments;
import io.cornerstore.TrustServer;
import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import io.cornerstore.vault.root.RootKey;
import io.cornerstore.vault.root.RootKeyFile;
import io.cornerstore.vault.sealing.DataKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.IllegalTransactionStateException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultModuleTest {

  private static final String PLACE = "intake.source_record.sealed";
  private static final Actor RESOLVER = new Actor.Machine("resolver");

  private final Path rootKey = ServerArguments.newRootKeyFile();
  private DatabasePair databases;
  private TrustServer one;
  private TrustServer two;

  @BeforeAll
  void start() {
    databases = Databases.fresh();
    one = TrustServer.startOn(databases, rootKey);
    two = TrustServer.startOn(databases, rootKey);
  }

  @AfterAll
  void stop() {
    one.close();
    two.close();
    databases.close();
  }

  private static SubjectId subject() {
    return new SubjectId(UUID.randomUUID());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Vault vault(TrustServer server) {
    return server.bean(Vault.class);
  }

  private static Keyring opening(TrustServer server, List<SubjectId> subjects) {
    return server
        .transactions()
        .execute(_ ->
            vault(server)
                .opening(
                    subjects,
                    server
                        .bean(UnsealPermits.class)
                        .grant(
                            RESOLVER,
                            AccessPurpose.OPERATION,
                            "vault.test",
                            subjects.stream().map(SubjectId::toString).toList())));
  }

  @Test
  void seal_anyLength_opensToTheSame() {
    SubjectId subject = subject();
    Keyring keyring = vault(one).sealing(List.of(subject));
    Random random = new Random(7);
    for (int length : new int[] {0, 1, 15, 16, 17, 500, 65_536}) {
      byte[] plain = new byte[length];
      random.nextBytes(plain);
      byte[] sealed = keyring.seal(subject, PLACE, plain);
      assertThat(sealed).hasSize(length + 33);
      assertThat(opening(one, List.of(subject)).open(subject, PLACE, sealed)).isEqualTo(plain);
    }
  }

  @Test
  void seal_sameValueManyTimes_neverTheSameNonce() {
    SubjectId subject = subject();
    Keyring keyring = vault(one).sealing(List.of(subject));
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      byte[] sealed = keyring.seal(subject, PLACE, bytes("x"));
      nonces.add(HexFormat.of().formatHex(sealed, 5, 17));
    }
    assertThat(nonces).hasSize(100_000);
  }

  @Test
  void open_anyBitChanged_isRefused() {
    SubjectId subject = subject();
    Keyring keyring = vault(one).sealing(List.of(subject));
    byte[] sealed = keyring.seal(subject, PLACE, bytes("Budi Santoso"));
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> keyring.open(subject, PLACE, changed))
          .isInstanceOf(VaultException.class)
          .hasMessageNotContaining("Budi");
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> keyring.open(subject, PLACE, cut))
          .isInstanceOf(VaultException.class);
    }
  }

  @Test
  void open_otherPlaceOrSubject_isRefused() {
    SubjectId subject = subject();
    SubjectId other = subject();
    Keyring keyring = vault(one).sealing(List.of(subject, other));
    byte[] sealed = keyring.seal(subject, PLACE, bytes("value"));

    assertThatThrownBy(() -> keyring.open(subject, PLACE + "x", sealed))
        .isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> keyring.open(other, PLACE, sealed)).isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> keyring.open(subject(), PLACE, sealed))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void wrappedKey_movedToAnotherSubject_isRefused() throws Exception {
    SubjectId subject = subject();
    SubjectId thief = subject();
    vault(one).sealing(List.of(subject));
    try (var connection = databases.keys().connect();
        var move =
            connection.prepareStatement(
                "insert into vault.subject_key select ?, key_id, kek, wrapped"
                    + " from vault.subject_key where subject = ?")) {
      move.setObject(1, thief.value());
      move.setObject(2, subject.value());
      assertThat(move.executeUpdate()).isEqualTo(1);
    }
    assertThatThrownBy(() -> vault(one).sealing(List.of(thief)))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining(thief.toString());
  }

  @Test
  void sealing_twoProcessesAtOnce_agreeOnEveryKey() throws Exception {
    List<SubjectId> subjects = IntStream.range(0, 2_000).mapToObj(_ -> subject()).toList();
    List<SubjectId> reversed = subjects.reversed();
    var together = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Keyring> first = threads.submit(making(one, subjects, together));
      Future<Keyring> second = threads.submit(making(two, reversed, together));
      for (SubjectId subject : subjects) {
        byte[] sealed = first.get().seal(subject, PLACE, bytes("of one"));
        assertThat(second.get().open(subject, PLACE, sealed)).isEqualTo(bytes("of one"));
      }
    }
  }

  private static Callable<Keyring> making(
      TrustServer server, List<SubjectId> subjects, CyclicBarrier together) {
    return () -> {
      together.await();
      return vault(server).sealing(subjects);
    };
  }

  @Test
  void keyedHash_twoProcesses_agree_usesDiffer() {
    KeyedHash here = one.bean(KeyedHash.class);
    KeyedHash there = two.bean(KeyedHash.class);
    assertThat(here.full("email", "a@example.org")).isEqualTo(there.full("email", "a@example.org"));
    assertThat(here.full("email", "a@example.org"))
        .isNotEqualTo(here.full("subject", "a@example.org"))
        .isNotEqualTo(here.full("email", "b@example.org"));
    long cut = here.truncated("email", "a@example.org", 13);
    assertThat(cut)
        .isBetween(0L, (1L << 13) - 1)
        .isEqualTo(here.full("email", "a@example.org").getMostSignificantBits() >>> 51);
    assertThatThrownBy(() -> here.truncated("email", "x", 64))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> here.full("A value@example.org", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("value@");
  }

  @Test
  void shred_destroysTheKey_evenForAKeyMadeLater() {
    SubjectId subject = subject();
    SubjectId other = subject();
    Keyring keyring = vault(one).sealing(List.of(subject, other));
    byte[] sealed = keyring.seal(subject, PLACE, bytes("value"));
    byte[] others = keyring.seal(other, PLACE, bytes("stays"));

    vault(one).shred(List.of(subject));

    Keyring after = opening(one, List.of(subject, other));
    assertThat(after.has(subject)).isFalse();
    assertThat(after.open(other, PLACE, others)).isEqualTo(bytes("stays"));
    Keyring fresh = vault(one).sealing(List.of(subject));
    assertThatThrownBy(() -> fresh.open(subject, PLACE, sealed))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("gone");
    assertThatCode(() -> vault(one).shred(List.of(subject()))).doesNotThrowAnyException();
  }

  @Test
  void opening_makesNoKeys() {
    SubjectId unknown = subject();
    assertThat(opening(one, List.of(unknown)).has(unknown)).isFalse();
  }

  @Test
  void grant_withoutTransaction_isRefused() {
    UnsealPermits permits = one.bean(UnsealPermits.class);
    assertThatThrownBy(
            () -> permits.grant(RESOLVER, AccessPurpose.OPERATION, "vault.test", List.of("x")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void grant_isRecorded_withTheFieldsItOpens() {
    var marketer = new Actor.Staff(UUID.randomUUID(), "M", Set.of(Role.MARKETER));
    String concern = UUID.randomUUID().toString();
    one.transactions()
        .executeWithoutResult(_ ->
            one.bean(UnsealPermits.class)
                .grant(marketer, AccessPurpose.ANALYSIS, "profile.view", List.of(concern)));

    var rows = one.bean(AuditTrail.class).about(List.of(concern), 10);
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().entry().actor()).isEqualTo(marketer.auditName());
    assertThat(rows.getFirst().entry().purpose()).isEqualTo("analysis");
    assertThat(rows.getFirst().entry().fields()).contains("postal-code").doesNotContain("email");
  }

  @Test
  void grant_transactionRollsBack_leavesNoRow() {
    String concern = UUID.randomUUID().toString();
    one.transactions()
        .executeWithoutResult(status -> {
          one.bean(UnsealPermits.class)
              .grant(RESOLVER, AccessPurpose.OPERATION, "vault.test", List.of(concern));
          status.setRollbackOnly();
        });
    assertThat(one.bean(AuditTrail.class).about(List.of(concern), 10)).isEmpty();
  }

  @Test
  void grant_purposeOfAnotherRole_isRefusedAndLeavesNoRow() {
    var marketer = new Actor.Staff(UUID.randomUUID(), "M", Set.of(Role.MARKETER));
    String concern = UUID.randomUUID().toString();
    assertThatThrownBy(() ->
            one.transactions()
                .execute(_ ->
                    one.bean(UnsealPermits.class)
                        .grant(marketer, AccessPurpose.SERVICE, "profile.view", List.of(concern))))
        .isInstanceOf(AccessDeniedProblem.class);
    assertThat(one.bean(AuditTrail.class).about(List.of(concern), 10)).isEmpty();
  }

  @Test
  void start_otherRootKey_isRefused() {
    Path foreign = ServerArguments.newRootKeyFile();
    new RootKeyFile(foreign, null, new SecureRandom()).make();
    assertThatThrownBy(() -> TrustServer.startOn(databases, foreign))
        .hasRootCauseInstanceOf(GeneralSecurityException.class)
        .hasStackTraceContaining("this root key is not the one");
  }

  @Test
  void start_rootKeyFileMissing_isRefusedAndMakesNone() {
    Path missing = ServerArguments.newRootKeyFile();
    assertThatThrownBy(() -> TrustServer.startOn(databases, missing))
        .hasStackTraceContaining("whose file is missing");
    assertThat(missing).doesNotExist();
  }

  @Test
  void rootKeyFile_isForItsOwnerOnly() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rootKey)))
        .isEqualTo("rw-------");
    try (Stream<Path> beside = Files.list(rootKey.getParent())) {
      assertThat(beside).containsExactly(rootKey);
    }
  }

  @Test
  void nothingThatHoldsKeys_printsThem() {
    SubjectId subject = subject();
    List<Object> holders = new ArrayList<>();
    holders.add(vault(one).sealing(List.of(subject)));
    holders.add(new DataKey(1, new byte[32], 0));
    holders.add(new RootKey(new byte[32]));
    assertThat(holders).allSatisfy(holder -> assertThat(holder.toString()).contains("["));
    assertThat(new DataKey(1, new byte[32], 0).toString()).isEqualTo("DataKey[•••]");
  }
}
