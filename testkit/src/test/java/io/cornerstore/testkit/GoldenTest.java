package io.cornerstore.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  @TempDir Path folder;

  @Test
  void assertMatches_sameText_passesWhateverTheLineEnds() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\r\ntwo\n");
    Golden.assertMatches(file, "one\ntwo\r\n", false);
  }

  @Test
  void assertMatches_otherText_showsTheLinesThatDiffer() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a\nb\nc\nd\ne\nf\n");
    assertThatThrownBy(() -> Golden.assertMatches(file, "a\nb\nc\nX\ne\nf\n", false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("line 4")
        .hasMessageContaining("- d\n+ X\n")
        .hasMessageNotContaining("- e");
  }

  @Test
  void assertMatches_missingFile_failsUntilUpdated() throws IOException {
    Path file = folder.resolve("new/a.txt");
    assertThatThrownBy(() -> Golden.assertMatches(file, "text\n", false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("missing");
    Golden.assertMatches(file, "text\n", true);
    assertThat(file).hasContent("text\n");
    Golden.assertMatches(file, "text\n", false);
  }
}
