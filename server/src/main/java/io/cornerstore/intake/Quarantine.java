package io.cornerstore.intake;

import io.cornerstore.vault.UnsealPermit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that could not be read: kept screened and sealed, with where they stood and why. */
public interface Quarantine {

  /** The newest rows, without their content. */
  List<QuarantinedRow> newest(int limit);

  /** How many rows there are by reason. */
  Map<String, Long> countsByReason();

  /** The screened text of a row; empty when it is no longer in quarantine. */
  Optional<String> open(long id, UnsealPermit permit);
}
