package io.cornerstore.intake;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sealed content of a source record: who it is about as the source says, what happened, and
 * other columns that were asked to be kept.
 *
 * @param subjectKey the source system's own id of the subject, when it has one
 * @param values in the order of the mapping; a field may occur several times (two phones)
 */
@Personal
public record SourceDocument(
    @Nullable String subjectKey,
    List<PersonalValue> values,
    @Nullable Interaction interaction,
    Map<String, String> extra) {

  public SourceDocument {
    values = List.copyOf(values);
    extra = Map.copyOf(extra);
  }

  /** The values of one field, in their order. */
  public Stream<PersonalValue> values(PersonalField field) {
    return values.stream().filter(value -> value.field() == field);
  }

  @Override
  public String toString() {
    return "SourceDocument[•••]";
  }
}
