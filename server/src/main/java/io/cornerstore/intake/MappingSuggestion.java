package io.cornerstore.intake;

import io.cornerstore.intake.suggestion.SuggestedMapping;
import java.nio.file.Path;

/** Proposes mappings: a start to correct, never something to run unread. */
public final class MappingSuggestion {

  private MappingSuggestion() {}

  /**
   * A mapping in YAML for a file, with the reason beside every guess. Looks at the names of the
   * columns and the values of the first rows; repeats no value.
   *
   * @throws IntakeException when the file cannot be read
   */
  public static String of(Path file) {
    return SuggestedMapping.of(file);
  }
}
