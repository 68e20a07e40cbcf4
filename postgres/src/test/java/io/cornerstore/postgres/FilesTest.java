package io.cornerstore.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The small readers and writers. */
class FilesTest {

  @TempDir Path folder;

  @Test
  void pidFile_wholeHalfOrAbsent_isReadWithCare() throws IOException {
    assertThat(PidFile.find(folder)).isEmpty();
    Files.writeString(PidFile.in(folder), "");
    assertThat(PidFile.find(folder)).isEmpty();
    Files.writeString(PidFile.in(folder), "77\n/data\n1795367467\n");
    assertThat(PidFile.find(folder)).contains(new PidFile(77, 0, false));
    Files.writeString(
        PidFile.in(folder), "77\n/data\n1795367467\n5432\n\n127.0.0.1\n  1  4\nstarting\n");
    assertThat(PidFile.find(folder)).contains(new PidFile(77, 5432, false));
    Files.writeString(
        PidFile.in(folder), "77\n/data\n1795367467\n5432\n\n127.0.0.1\n  1  4\nready   \n");
    assertThat(PidFile.find(folder)).contains(new PidFile(77, 5432, true));
    Files.writeString(PidFile.in(folder), "nonsense\n");
    assertThat(PidFile.find(folder)).isEmpty();
  }

  @Test
  void serverLog_large_isRotatedOnce() throws IOException {
    ServerLog log = new ServerLog(folder.resolve("postgres.log"));
    log.createWhenMissing();
    Files.writeString(log.file(), "x".repeat(5 << 20) + "\nlast line\n");
    assertThat(log.tail()).endsWith("last line").hasSizeLessThan(5000);
    log.rotateWhenLarge();
    assertThat(log.file()).isEmptyFile();
    assertThat(folder.resolve("postgres.log.1")).hasSize((5 << 20) + 11);
    Files.writeString(log.file(), "new\n");
    log.rotateWhenLarge();
    assertThat(log.tailFrom(0)).isEqualTo("new");
    assertThat(log.tailFrom(99)).isEmpty();
  }

  @Test
  void processIdentity_thisProcess_isNoPostgres() {
    assertThat(ProcessIdentity.isPostgresOf(ProcessHandle.current().pid(), folder)).isFalse();
    assertThat(ProcessIdentity.postgresOf(folder)).isEmpty();
  }

  @Test
  void users_current_isTheEffectiveOne() throws IOException {
    assertThat(Users.effectiveUser("Name:\tjava\nUid:\t1000\t1001\t0\t0\nGid:\t5\t5\t5\t5\n"))
        .isEqualTo(1001);
    Path made = Files.createFile(folder.resolve("made"));
    assertThat(Users.current()).isEqualTo(Users.ownerOf(made));
  }

  @Test
  void tarXz_entriesThatLeaveTheTarget_areRefused() throws IOException {
    for (String name : new String[] {"../evil", "a/../../evil"}) {
      assertThatThrownBy(() -> TarXz.unpack(archive(name, ""), folder.resolve("t")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("outside");
    }
    for (String link : new String[] {"../../etc/passwd", "/etc/passwd"}) {
      assertThatThrownBy(() -> TarXz.unpack(archive("lib/link", link), folder.resolve("t")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("outside");
    }
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void tarXz_filesAndLinks_areUnpacked() throws IOException {
    TarXz.unpack(archive("lib/a.so.1", ""), folder);
    TarXz.unpack(archive("lib/a.so", "a.so.1"), folder);
    assertThat(folder.resolve("lib/a.so")).hasContent("content").isSymbolicLink();
    assertThat(Files.isExecutable(folder.resolve("lib/a.so.1"))).isTrue();
  }

  private static InputStream archive(String name, String link) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
      if (link.isEmpty()) {
        byte[] content = "content".getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        entry.setMode(0755);
        tar.putArchiveEntry(entry);
        tar.write(content);
      } else {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(link);
        tar.putArchiveEntry(entry);
      }
      tar.closeArchiveEntry();
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
