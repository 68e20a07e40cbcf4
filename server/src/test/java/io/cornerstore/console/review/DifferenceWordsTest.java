package io.cornerstore.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.console.view.Language;
import io.cornerstore.console.view.Wording;
import io.cornerstore.linkage.LinkageModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceWordsTest {

  private static final DifferenceWords ENGLISH = new DifferenceWords(Wording.of(Language.ENGLISH));
  private static final DifferenceWords INDONESIAN =
      new DifferenceWords(Wording.of(Language.INDONESIAN));

  @Test
  void of_eachForm_isSaidInTheLanguageOfTheReader() {
    assertThat(INDONESIAN.of("link from bits: 8.5 → 12"))
        .isEqualTo("gabungkan mulai: 8,50 → 12,00 bit");
    assertThat(ENGLISH.of("person match rate: 1.2e-06 → 0.25"))
        .isEqualTo("persons, how often two are the same: 1.20 × 10⁻⁶ → 0.25");
    assertThat(
            INDONESIAN.of(
                "person birth-date exact: +9.10 → +9.70 bits (m 0.9 → 0.91, u 0.001 → 0.002,"
                    + " home 0.1 → 0.1)"))
        .startsWith("orang, tanggal lahir, ")
        .endsWith(": 9,10 → 9,70 bit");
    assertThat(ENGLISH.of("family-name frequencies: 3 gone, 1200 new, 17 changed"))
        .isEqualTo("how frequent values are, family name: 3 gone, 1,200 new, 17 changed");
    assertThat(ENGLISH.of("family-name unlisted bits: 14.1 → 14.9"))
        .isEqualTo("a rare value, family name: 14.10 → 14.90 bits");
    assertThat(ENGLISH.of("something new: 1 is 2")).isEqualTo("something new: 1 is 2");
  }

  @Test
  void of_whatTwoRealModelsDiffer_leavesNoLineUntranslated() {
    LinkageModel model = LinkageModel.prior();
    LinkageModel other = model.withThresholds(model.linkBits() + 1, model.reviewBits() + 1);

    List<String> lines = model.differences(other);

    assertThat(lines).isNotEmpty().noneMatch(line -> INDONESIAN.of(line).equals(line));
  }
}
