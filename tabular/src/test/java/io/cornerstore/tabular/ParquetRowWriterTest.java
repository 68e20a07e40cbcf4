package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.tabular.ParquetRowWriter.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Written Parquet, read again by the reader that is tested against parquet-java's own writer. */
class ParquetRowWriterTest {
  private static final List<Column> COLUMNS =
      List.of(Column.text("name"), Column.whole("count"), Column.number("weight"));
  @TempDir private Path folder;

  private Path write(List<List<String>> rows) throws Exception {
    Path file = folder.resolve("t.parquet");
    try (ParquetRowWriter writer = new ParquetRowWriter(Files.newOutputStream(file), COLUMNS)) {
      rows.forEach(writer::write);
    }
    return file;
  }

  private static List<List<String>> read(Path file) {
    List<List<String>> rows = new ArrayList<>();
    try (RowReader reader = TabularSource.of(file).open(TabularOptions.detect())) {
      assertThat(reader.options().format()).isEqualTo(TabularFormat.PARQUET);
      assertThat(reader.columns()).containsExactly("name", "count", "weight");
      for (RowResult next = reader.next(); next != null; next = reader.next()) {
        Row row = (Row) next;
        rows.add(Arrays.asList(row.value(0), row.value(1), row.value(2)));
      }
    }
    return rows;
  }

  @Test
  void write_valuesOfAllTypesAndNone_areReadAgain() throws Exception {
    List<List<String>> rows =
        List.of(
            List.of("Zoë, \"the\"\nfirst", "-9223372036854775808", "0.1"),
            Arrays.asList(null, "7", null),
            Arrays.asList("", null, "-1.5"),
            Arrays.asList(null, null, null));
    assertThat(read(write(rows))).isEqualTo(rows);
  }

  @Test
  void write_noRow_isAnEmptyTable() throws Exception {
    assertThat(read(write(List.of()))).isEmpty();
  }

  @Test
  void write_manyPagesAndGroups_areReadAgain() throws Exception {
    Random random = new Random(5);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 90_000; i++) {
      byte[] noise = new byte[200];
      random.nextBytes(noise);
      String text = random.nextInt(3) == 0 ? null : new String(noise, ISO_8859_1);
      rows.add(Arrays.asList(text, Integer.toString(i), i % 1000 < 500 ? null : "2.5"));
    }
    Path file = write(rows);
    assertThat(Files.size(file)).isGreaterThan(16 << 20);
    assertThat(read(file)).isEqualTo(rows);
  }

  @Test
  void write_wrongNumberOrType_isRefused() throws Exception {
    Path file = folder.resolve("u.parquet");
    try (ParquetRowWriter writer = new ParquetRowWriter(Files.newOutputStream(file), COLUMNS)) {
      assertThatThrownBy(() -> writer.write(List.of("a")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> writer.write(List.of("a", "b", "1")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new ParquetRowWriter(Files.newOutputStream(file), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
