package io.cornerstore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

  /** Counted by hand: observed 0.7, by chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5. */
  @Test
  void kappa_fiftyCases_isAsCountedByHand() {
    Agreement agreement = new Agreement(20, 5, 10, 15);

    assertThat(agreement.cases()).isEqualTo(50);
    assertThat(agreement.share()).hasValue(0.7);
    assertThat(agreement.kappa().orElseThrow()).isEqualTo(0.4, within(1e-12));
  }

  /** Equal shares of agreement, unequal margins: kappa tells them apart. */
  @Test
  void kappa_sameShareOtherMargins_differs() {
    assertThat(new Agreement(45, 15, 25, 15).kappa().orElseThrow()).isEqualTo(0.1304, within(1e-4));
    assertThat(new Agreement(25, 35, 5, 35).kappa().orElseThrow()).isEqualTo(0.2593, within(1e-4));
  }

  @Test
  void kappa_extremes_areOneZeroAndBelow() {
    assertThat(new Agreement(7, 0, 0, 3).kappa()).hasValue(1);
    assertThat(new Agreement(1, 1, 1, 1).kappa()).hasValue(0);
    assertThat(new Agreement(0, 5, 5, 0).kappa()).hasValue(-1);
  }

  @Test
  void kappa_nothingToMeasure_isEmpty() {
    assertThat(new Agreement(0, 0, 0, 0).share()).isEmpty();
    assertThat(new Agreement(0, 0, 0, 0).kappa()).isEmpty();
    assertThat(new Agreement(9, 0, 0, 0).kappa()).isEmpty();
    assertThat(new Agreement(9, 0, 0, 0).share()).hasValue(1);
  }
}
