package io.cornerstore.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class TabularSourceTest {
  @TempDir Path folder;

  @Test
  void folder_yieldsItsFilesInOrder_withoutHiddenAndLeftBehindOnes() throws IOException {
    for (String name :
        new String[] {
          "b.csv",
          "a/2.jsonl",
          "a/1.csv",
          ".hidden.csv",
          ".git/x.csv",
          "_SUCCESS",
          "c/_metadata",
          "_orders.csv"
        }) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a\n1\n");
    }
    Files.createFile(folder.resolve("empty.csv"));
    assertThat(TabularSource.discover(folder))
        .extracting(source -> folder.relativize(Path.of(source.name())).toString())
        .containsExactly("_orders.csv", "a/1.csv", "a/2.jsonl", "b.csv");
  }

  @Test
  void folder_hiddenItself_isReadWhenNamed() throws IOException {
    Path hidden = Files.createDirectories(folder.resolve(".feeds"));
    Files.writeString(hidden.resolve("a.csv"), "a\n1\n");
    assertThat(TabularSource.discover(hidden)).hasSize(1);
  }

  @Test
  void file_isItself_andKnowsItsSize() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "a\n1\n");
    TabularSource source = TabularSource.discover(file).getFirst();
    assertThat(source.size()).hasValue(4);
    try (RowReader reader = source.open(Reading.DETECT)) {
      assertThat(Reading.brief(Reading.all(reader))).containsExactly("2: [1]");
    }
  }

  @Test
  void nothing_isRefusedByName() {
    Path missing = folder.resolve("missing.csv");
    assertThatThrownBy(() -> TabularSource.discover(missing))
        .isInstanceOf(TabularException.class)
        .hasMessage(missing + ": there is no such file or folder");
    assertThatThrownBy(() -> TabularSource.of(missing).open(Reading.DETECT))
        .hasMessage(missing + ": there is no such file");
  }

  @Test
  void parquet_toldButNotThere_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.parquet"), "a\n1\n");
    TabularOptions parquet = Reading.DETECT.withFormat(TabularFormat.PARQUET);
    assertThatThrownBy(() -> TabularSource.of(file).open(parquet))
        .hasMessageEndingWith("is not a Parquet file");
  }
}
