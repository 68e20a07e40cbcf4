package io.cornerstore.console.view;

import io.cornerstore.console.picture.ReliabilityPicture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far stewards agree with each other, and the engine with them.
 *
 * @param share of equal answers; absent without cases
 * @param kappa absent where it says nothing
 */
public record AgreementPage(
    PageFrame frame,
    String cases,
    @Nullable String share,
    @Nullable String kappa,
    List<Row> rows,
    ReliabilityPicture picture) {

  public AgreementPage {
    rows = List.copyOf(rows);
  }

  /** What the first steward said, and how often the second said which. */
  public record Row(String first, String same, String different) {}
}
