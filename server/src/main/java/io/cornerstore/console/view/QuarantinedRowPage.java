package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row, to be corrected. */
@Personal
public record QuarantinedRowPage(
    PageFrame frame,
    long id,
    String feed,
    String place,
    String file,
    String reason,
    boolean masked,
    @Nullable String text,
    List<Field> fields,
    @Nullable String message) {

  public QuarantinedRowPage {
    fields = List.copyOf(fields);
  }

  /** One column; a masked value cannot be kept by typing it, only replaced. */
  @Personal
  public record Field(String id, String column, String value, boolean masked, boolean blamed) {

    @Override
    public String toString() {
      return "Field[" + column + "]";
    }
  }

  @Override
  public String toString() {
    return "QuarantinedRowPage[" + id + "]";
  }
}
