package io.cornerstore.cli.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Splink will find in its input.
 *
 * @param columns role to the columns that play it, such as {@code given-name} to {@code first_name}
 * @param uniqueId the column that names a record
 * @param linkType {@code dedupe_only}, {@code link_only} or {@code link_and_dedupe}
 * @param organizations whether the records are organisations
 */
public record SplinkSchema(
    Map<String, List<String>> columns, String uniqueId, String linkType, boolean organizations) {
  /** Copies the map. */
  public SplinkSchema {
    columns = Map.copyOf(columns);
  }

  /** The first column of a role. */
  Optional<String> column(String role) {
    return columns.getOrDefault(role, List.of()).stream().findFirst();
  }
}
