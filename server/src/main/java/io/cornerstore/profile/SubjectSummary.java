package io.cornerstore.profile;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import java.util.List;

/**
 * What one source subject of a customer says of itself: current values only, as the purpose opens
 * them.
 */
@Personal
public record SubjectSummary(SubjectId subject, SourceSystem source, List<Value> values) {

  public SubjectSummary {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    return "SubjectSummary[" + subject + "]";
  }

  /** One value of a field. */
  @Personal
  public record Value(PersonalField field, ShownValue shown) {

    @Override
    public String toString() {
      return field.token() + "[•••]";
    }
  }
}
