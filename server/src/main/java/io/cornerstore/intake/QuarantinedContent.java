package io.cornerstore.intake;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row in quarantine as an actor may see it.
 *
 * @param fields by column, in the order of the file; empty when the row could not be taken apart
 * @param text the row as received, when it could not be taken apart
 * @param masked values are shown by their shape only: {@code Aaaa 99} for {@code Rosa 12}
 */
@Personal
public record QuarantinedContent(
    QuarantinedRow row, List<Field> fields, @Nullable String text, boolean masked) {

  public QuarantinedContent {
    fields = List.copyOf(fields);
  }

  /**
   * One column.
   *
   * @param blamed the row was refused because of it
   */
  @Personal
  public record Field(String column, String value, boolean masked, boolean blamed) {

    @Override
    public String toString() {
      return "Field[" + column + "]";
    }
  }

  @Override
  public String toString() {
    return "QuarantinedContent[" + row.id() + "]";
  }
}
