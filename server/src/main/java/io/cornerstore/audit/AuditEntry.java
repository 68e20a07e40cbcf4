package io.cornerstore.audit;

import java.util.List;

/**
 * One act: by whom ({@code staff:…}, {@code machine:…}), for which purpose, what ({@code
 * profile.view}), about which ids, and which fields. Never a personal value.
 */
public record AuditEntry(
    String actor,
    String purpose,
    String action,
    List<String> concerns,
    List<String> fields,
    String note) {

  public AuditEntry {
    concerns = List.copyOf(concerns);
    fields = List.copyOf(fields);
  }
}
