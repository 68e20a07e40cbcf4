package io.cornerstore.audit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One act: by whom ({@code staff:…}, {@code machine:…}), for which purpose, what ({@code
 * profile.view}), about which ids, and which fields. Never a personal value.
 *
 * @param purpose code of the purpose, empty for acts that read no personal data
 * @param note a few words on the act, at most 500 characters
 */
public record AuditEntry(
    String actor,
    String purpose,
    String action,
    List<String> concerns,
    List<String> fields,
    String note) {

  private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9.-]{0,62}");
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_WORD = 200;

  public AuditEntry {
    concerns = List.copyOf(concerns);
    fields = List.copyOf(fields);
    if (actor.isBlank() || actor.length() > LONGEST_WORD) {
      throw new IllegalArgumentException("an audit row names its actor in 1 to 200 characters");
    }
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException(
          "an action is 1 to 63 of a-z, 0-9, '.' and '-', starting with a letter");
    }
    if (note.length() > LONGEST_NOTE
        || concerns.stream().anyMatch(concern -> concern.length() > LONGEST_WORD)) {
      throw new IllegalArgumentException(
          "an audit row holds ids and codes: a note of at most 500 and concerns of at most 200 characters");
    }
  }
}
