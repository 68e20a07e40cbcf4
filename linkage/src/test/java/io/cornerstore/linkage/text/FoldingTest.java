package io.cornerstore.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void fold_caseAndGaps_areLeveled() {
    assertThat(Folding.fold("  Mary   ANN ")).isEqualTo("mary ann");
    assertThat(Folding.fold("Smith-Jones")).isEqualTo("smith jones");
    assertThat(Folding.fold("J.R.")).isEqualTo("j r");
  }

  @Test
  void fold_apostrophes_vanish() {
    assertThat(Folding.fold("O'Brien")).isEqualTo("obrien");
    assertThat(Folding.fold("O’Brien")).isEqualTo("obrien");
    assertThat(Folding.fold("Ma`ruf")).isEqualTo("maruf");
  }

  @Test
  void fold_accents_vanish() {
    assertThat(Folding.fold("José Müller")).isEqualTo("jose muller");
    assertThat(Folding.fold("Łukasz Sørensen")).isEqualTo("lukasz sorensen");
    assertThat(Folding.fold("Weiß Æsa Œuvre Þór")).isEqualTo("weiss aesa oeuvre thor");
  }

  @Test
  void fold_utf8ReadAsWindows1252_isRepaired() {
    String broken =
        new String("José Müller".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(Folding.fold(broken)).isEqualTo("jose muller");
    assertThat(Folding.fold("Ã‰milie")).isEqualTo("emilie");
  }

  @Test
  void repair_honestText_staysAsItIs() {
    assertThat(Folding.repair("Âsa Ågren")).isEqualTo("Âsa Ågren");
    assertThat(Folding.repair("plain")).isEqualTo("plain");
  }

  @Test
  void fold_otherScripts_areKept() {
    assertThat(Folding.fold("Иван")).isEqualTo("иван");
    assertThat(Folding.fold("山田")).isEqualTo("山田");
  }

  @Test
  void fold_nothingOrPunctuation_isEmpty() {
    assertThat(Folding.fold("")).isEmpty();
    assertThat(Folding.fold(" -- .. ")).isEmpty();
    assertThat(Folding.fold("\uFFFD")).isEmpty();
  }

  @Test
  void fold_megabyte_isCut() {
    assertThat(Folding.fold("x".repeat(1 << 20)).length()).isLessThanOrEqualTo(Folding.LIMIT);
    assertThat(Folding.fold("é".repeat(1 << 20)).length()).isLessThanOrEqualTo(Folding.LIMIT);
  }

  @Test
  void fold_again_changesNothing() {
    qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 60))
        .check(text -> Folding.fold(Folding.fold(text)).equals(Folding.fold(text)));
  }

  @Test
  void fold_anyText_hasNoGapAtTheEnds() {
    qt().forAll(strings().allPossible().ofLengthBetween(0, 60))
        .check(text -> {
          String folded = Folding.fold(text);
          return !folded.startsWith(" ") && !folded.contains("  ");
        });
  }
}
