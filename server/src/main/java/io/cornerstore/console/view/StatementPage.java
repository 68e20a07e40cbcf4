package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form for what a customer says: a correction, a new customer, or a note that was refused.
 *
 * @param title key of the heading
 * @param customer whom it is about; absent for a new one
 * @param name what the customer is called; empty for a new one
 * @param kind {@code person} or {@code organization}
 * @param groups fields that belong together; none for a note
 * @param note text of a note, in stretches; those that may not be kept are marked
 * @param key identifies the statement however often the form is sent
 * @param phone whether the customer is on the phone
 * @param faults what is wrong as a whole
 * @param alike customers who may be the one described
 */
@Personal
public record StatementPage(
    PageFrame frame,
    String title,
    @Nullable String customer,
    String name,
    String kind,
    List<Group> groups,
    List<SearchPage.Part> note,
    String key,
    boolean phone,
    List<String> faults,
    List<SearchPage.Hit> alike) {

  public StatementPage {
    groups = List.copyOf(groups);
    note = List.copyOf(note);
    faults = List.copyOf(faults);
    alike = List.copyOf(alike);
  }

  /** The text of the note as it was typed. */
  public String noteText() {
    StringBuilder text = new StringBuilder();
    note.forEach(part -> text.append(part.text()));
    return text.toString();
  }

  @Override
  public String toString() {
    return "StatementPage[•••]";
  }

  /** Fields under one heading. */
  @Personal
  public record Group(String heading, List<Input> inputs) {

    public Group {
      inputs = List.copyOf(inputs);
    }

    @Override
    public String toString() {
      return "Group[" + heading + "]";
    }
  }

  /**
   * One field.
   *
   * @param type of the HTML input
   * @param hint how to write it; absent where it is plain
   * @param faults what is wrong with the value
   */
  @Personal
  public record Input(
      String token,
      String label,
      String value,
      String type,
      @Nullable String hint,
      List<String> faults) {

    public Input {
      faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
      return "Input[" + token + "]";
    }
  }
}
