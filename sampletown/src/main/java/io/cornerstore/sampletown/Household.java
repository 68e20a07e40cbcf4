package io.cornerstore.sampletown;

import java.util.List;

/** People who live together. */
record Household(int id, Kind kind, List<Person> people) {

  /** What keeps them together. */
  enum Kind {
    SINGLE,
    COUPLE,
    FAMILY,
    SINGLE_PARENT,
    ROOMMATES,
    THREE_GENERATIONS,
    WIDOWED
  }
}
