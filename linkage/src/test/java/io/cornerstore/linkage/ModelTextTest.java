package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Damaged texts of models: a model or a refusal, never anything else. */
class ModelTextTest {
  private static String text = "";

  @BeforeAll
  static void train() {
    ResidentIndex index = new ResidentIndex();
    MadeUpPeople.of(120, 161).records().forEach(index::put);
    text = index.train(TrainingOptions.defaults()).toText();
  }

  @Test
  void fromText_lettersChanged_readsOrRefuses() {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder changed = new StringBuilder(text);
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        changed.setCharAt(random.nextInt(changed.length()), (char) (' ' + random.nextInt(95)));
      }
      refused += isRefused(changed.toString()) ? 1 : 0;
    }
    assertThat(refused).isBetween(200, 1_999);
  }

  @Test
  void fromText_cutAnywhere_isRefused() {
    Random random = new Random(2);
    int end = text.lastIndexOf('\n', text.length() - 2);
    for (int i = 0; i < 500; i++) {
      assertThat(isRefused(text.substring(0, random.nextInt(end)))).isTrue();
    }
  }

  @Test
  void fromText_linesExchangedOrDropped_readsOrRefuses() {
    Random random = new Random(3);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < 500; i++) {
      List<String> changed = new ArrayList<>(lines);
      int at = random.nextInt(changed.size());
      switch (random.nextInt(3)) {
        case 0 -> Collections.swap(changed, at, random.nextInt(changed.size()));
        case 1 -> changed.remove(at);
        default -> changed.add(at, changed.get(random.nextInt(changed.size())));
      }
      isRefused(String.join("\n", changed) + "\n");
    }
  }

  @Test
  void fromText_linesOfLevelsExchanged_isRefused() {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int first = 0;
    while (!lines.get(first).startsWith("level")) {
      first++;
    }
    Collections.swap(lines, first, first + 1);
    assertThat(isRefused(String.join("\n", lines) + "\n")).isTrue();
  }

  @Test
  void toText_ofWhatWasRead_isTheSame() {
    assertThat(LinkageModel.fromText(text).toText()).isEqualTo(text);
    assertThat(LinkageModel.fromText(text.replace("\n", "\r\n")).toText()).isEqualTo(text);
  }

  private static boolean isRefused(String changed) {
    try {
      LinkageModel model = LinkageModel.fromText(changed);
      assertThat(model.version()).hasSize(16);
      return false;
    } catch (LinkageException refused) {
      assertThat(refused).hasMessageContaining("Maybe");
      return true;
    }
  }
}
