package io.cornerstore.profile;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.util.List;

/**
 * The best current value of one field, and what it was chosen from.
 *
 * @param rule why this value won
 * @param agreeing how many current records say the same, the winner included
 * @param alternatives other values that are current somewhere, best first, each once
 */
@Personal
public record GoldenField(
    PersonalField field,
    ShownValue value,
    Provenance provenance,
    WinningRule rule,
    int agreeing,
    List<Alternative> alternatives) {

  public GoldenField {
    alternatives = List.copyOf(alternatives);
  }

  @Override
  public String toString() {
    return "GoldenField[" + field.token() + "]";
  }

  /**
   * A value that did not win.
   *
   * @param doubtful it is malformed: such values come last and never win over others
   */
  @Personal
  public record Alternative(ShownValue value, Provenance provenance, boolean doubtful) {

    @Override
    public String toString() {
      return "Alternative[•••]";
    }
  }
}
