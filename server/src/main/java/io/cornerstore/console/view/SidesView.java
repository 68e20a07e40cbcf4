package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two sides beside each other, and what both are together.
 *
 * @param left heading of the one side
 * @param right of the other
 * @param together of both
 * @param fields field by field
 * @param effects what else changes, in numbers
 */
@Personal
public record SidesView(
    String left, String right, String together, List<FieldRow> fields, List<EffectRow> effects) {

  public SidesView {
    fields = List.copyOf(fields);
    effects = List.copyOf(effects);
  }

  @Override
  public String toString() {
    return "SidesView[•••]";
  }

  /**
   * One field on both sides.
   *
   * @param mark class in the style sheet: same, alike, different, missing
   * @param symbol the same as a sign
   * @param words the same in words
   * @param after what the golden record of both says
   */
  @Personal
  public record FieldRow(
      String name,
      List<String> left,
      List<String> right,
      String mark,
      String symbol,
      String words,
      @Nullable String after) {

    public FieldRow {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }

    @Override
    public String toString() {
      return "FieldRow[" + name + "]";
    }
  }

  /** A number on both sides and of both together. */
  public record EffectRow(String name, String left, String right, String after) {}
}
