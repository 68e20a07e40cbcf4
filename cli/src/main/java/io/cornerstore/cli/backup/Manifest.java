package io.cornerstore.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds. Written last: a folder without it is no backup.
 *
 * @param format of the folder; this program writes and reads {@value #FORMAT}
 * @param program version that wrote it
 * @param snapshotAt the moment the rows are of, by the server's clock
 * @param system identifier of the server it was taken from
 * @param postgres version of that server
 * @param migrations scripts that made its tables, in the order of their versions
 * @param tables in the order they can be filled in, every one after those it refers to
 */
record Manifest(
    int format,
    Kind kind,
    String program,
    Instant begunAt,
    Instant snapshotAt,
    Instant finishedAt,
    String system,
    String postgres,
    List<String> migrations,
    List<Table> tables,
    List<Sequence> sequences) {

  static final int FORMAT = 1;
  static final String FILE = "manifest.json";
  static final String SUMS = "SHA256SUMS";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Manifest {
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /**
   * Rows of one table.
   *
   * @param bytes of the rows, before they are compressed
   * @param rowsDigest of the same, whatever their order: see {@link RowsDigest}
   * @param fileSha256 of the file as it stands
   */
  record Table(
      String name,
      List<String> columns,
      long rows,
      long bytes,
      String rowsDigest,
      String file,
      String fileSha256) {}

  /** The last number a sequence gave out. */
  record Sequence(String name, long last) {}

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  static Manifest read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BackupException(
          folder + " holds no backup: it has no " + FILE + ". Maybe it was cut off?");
    }
    try {
      Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
      if (manifest.format() != FORMAT) {
        throw new BackupException(
            "%s is a backup of format %d, and this program reads %d. Maybe use the release that wrote it?"
                .formatted(folder, manifest.format(), FORMAT));
      }
      return manifest;
    } catch (IOException | JacksonException e) {
      throw new BackupException("cannot read " + file + ". Maybe it is damaged?", e);
    }
  }

  /** Writes it, and the checksums of every file beside it for {@code sha256sum -c}. */
  void write(Path folder) throws IOException {
    byte[] text = JSON.writeValueAsBytes(this);
    Path fresh = folder.resolve(FILE + ".new");
    Files.write(fresh, text);
    StringBuilder sums = new StringBuilder();
    tables.forEach(
        table -> sums.append(table.fileSha256()).append("  ").append(table.file()).append('\n'));
    sums.append(Checksum.of(text)).append("  ").append(FILE).append('\n');
    Files.writeString(folder.resolve(SUMS), sums);
    Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
