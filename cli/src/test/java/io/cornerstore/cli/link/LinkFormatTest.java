package io.cornerstore.cli.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.tabular.ParquetRowWriter;
import io.cornerstore.tabular.ParquetRowWriter.Column;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same records in any form give the same answer. */
final class LinkFormatTest {
  @TempDir private Path folder;
  private LinkRun run;

  @BeforeEach
  void begin() throws Exception {
    run = new LinkRun(folder);
    run.writeTown(120, 1, 51);
    run.link(1, "csv");
  }

  private void linksTheSame(String name) {
    var outcome =
        LinkRun.execute(
            new LinkCommand(), List.of(run.path(name), "--out", run.path("out"), "--id", "id"));
    assertThat(outcome.mistake()).isEmpty();
    assertThat(run.clusters("out", "cluster"))
        .containsExactlyInAnyOrderEntriesOf(run.clusters("csv", "cluster"));
  }

  @Test
  void input_gzip_linksTheSame() throws Exception {
    Path packed = Files.createDirectory(folder.resolve("gz")).resolve("f0.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(folder.resolve("f0.csv"), out);
    }
    linksTheSame("gz/f0.csv.gz");
  }

  @Test
  void input_jsonLines_linksTheSame() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Map<String, String> row : run.table("f0.csv")) {
      lines.append('{');
      row.forEach((name, value) -> lines.append("\"%s\":\"%s\",".formatted(name, value)));
      lines.setCharAt(lines.length() - 1, '}');
      lines.append('\n');
    }
    Files.write(folder.resolve("f0.jsonl"), lines.toString().getBytes(UTF_8));
    linksTheSame("f0.jsonl");
  }

  @Test
  void input_parquet_linksTheSame() throws Exception {
    List<String> names = List.of("id", "first_name", "last_name", "birth_date", "email", "city");
    try (ParquetRowWriter writer =
        new ParquetRowWriter(
            Files.newOutputStream(folder.resolve("f0.parquet")),
            names.stream().map(Column::text).toList())) {
      for (Map<String, String> row : run.table("f0.csv")) {
        writer.write(names.stream().map(row::get).toList());
      }
    }
    linksTheSame("f0.parquet");
  }

  @Test
  void format_parquet_hasTheRowsOfCsv() {
    run.link(1, "parquet", "--format", "parquet");
    assertThat(run.table("parquet/clusters.parquet")).isEqualTo(run.table("csv/clusters.csv"));
    List<Map<String, String>> pairs = run.table("parquet/pairs.parquet");
    List<Map<String, String>> csv = run.table("csv/pairs.csv");
    assertThat(pairs).hasSameSizeAs(csv);
    for (int i = 0; i < csv.size(); i++) {
      assertThat(pairs.get(i).get("id_b")).isEqualTo(csv.get(i).get("id_b"));
      assertThat(Double.parseDouble(pairs.get(i).get("weight")))
          .isEqualTo(Double.parseDouble(csv.get(i).get("weight")));
    }
    assertThat(folder.resolve("parquet/clusters.csv")).doesNotExist();
  }
}
