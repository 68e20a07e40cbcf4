package io.cornerstore.intake.rows;

/** A column that is known to exist. */
sealed interface BoundColumn {

  /** Of the file itself. */
  record OfFile(String name, int place) implements BoundColumn {}

  /**
   * Of a looked-up file.
   *
   * @param number of the lookup in its feed
   */
  record OfLookup(int number, LookupTable table, int place, BoundColumn by)
      implements BoundColumn {}
}
