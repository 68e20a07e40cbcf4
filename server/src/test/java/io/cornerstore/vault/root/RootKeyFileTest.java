package io.cornerstore.vault.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeyFileTest {

  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();

  private Path path() {
    return folder.resolve("sub").resolve("root.key");
  }

  private static String derived(RootKey key) {
    return HexFormat.of().formatHex(key.derive("test"));
  }

  @Test
  void make_plain_isReadBack() throws Exception {
    RootKey made = new RootKeyFile(path(), null, random).make();
    assertThat(Files.readAllBytes(path())).hasSize(32);
    assertThat(derived(new RootKeyFile(path(), null, random).read())).isEqualTo(derived(made));
  }

  @Test
  void make_manyAtOnce_oneKeyWins() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> makers =
          IntStream.range(0, 16)
              .<Callable<String>>mapToObj(
                  _ -> () -> derived(new RootKeyFile(path(), null, new SecureRandom()).make()))
              .toList();
      String winner = derived(new RootKeyFile(path(), null, random).make());
      for (var future : threads.invokeAll(makers)) {
        assertThat(future.get()).isEqualTo(winner);
      }
    }
  }

  @Test
  void make_withPassphrase_fileHoldsNoKey_andOnlyThePassphraseOpensIt() throws Exception {
    RootKey made = new RootKeyFile(path(), "correct horse battery", random).make();
    byte[] content = Files.readAllBytes(path());
    assertThat(new String(content, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("CSROOT01");
    assertThat(derived(new RootKeyFile(path(), "correct horse battery", random).read()))
        .isEqualTo(derived(made));
    assertThatThrownBy(() -> new RootKeyFile(path(), "wrong", random).read())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("passphrase");
    assertThatThrownBy(() -> new RootKeyFile(path(), null, random).read())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("cornerstore.vault.passphrase");
  }

  @Test
  void read_sealedFileDamagedAnywhere_isRefused() throws Exception {
    new RootKeyFile(path(), "p", random).make();
    byte[] content = Files.readAllBytes(path());
    for (int position : new int[] {0, 9, 13, 17, 31, 33, 60, content.length - 1}) {
      byte[] changed = content.clone();
      changed[position] ^= 1;
      Files.write(path(), changed);
      assertThatThrownBy(() -> new RootKeyFile(path(), "p", random).read())
          .isInstanceOf(VaultException.class);
    }
  }

  @Test
  void read_plainFileWithPassphrase_sealsItAndKeepsTheKey() throws Exception {
    RootKey made = new RootKeyFile(path(), null, random).make();
    RootKey read = new RootKeyFile(path(), "from now on", random).read();
    assertThat(derived(read)).isEqualTo(derived(made));
    assertThat(PassphraseSeal.sealed(Files.readAllBytes(path()))).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
  }

  @Test
  void read_othersMayRead_isRefused() throws Exception {
    new RootKeyFile(path(), null, random).make();
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> new RootKeyFile(path(), null, random).read())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void derive_perUse_differs_andFollowsRfc5869() throws Exception {
    byte[] root = HexFormat.of().parseHex("0b".repeat(32));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    byte[] extracted = mac.doFinal(root);
    mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
    mac.update("cornerstore/v1/test".getBytes(StandardCharsets.US_ASCII));
    byte[] expanded = mac.doFinal(new byte[] {1});

    RootKey key = new RootKey(root);
    assertThat(key.derive("test")).isEqualTo(expanded);
    assertThat(key.derive("other")).isNotEqualTo(expanded);
  }
}
