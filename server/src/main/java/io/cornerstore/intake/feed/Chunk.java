package io.cornerstore.intake.feed;

import io.cornerstore.intake.log.BadRowEntry;
import io.cornerstore.intake.rows.RowIdentity;
import io.cornerstore.tabular.Row;
import java.util.ArrayList;
import java.util.List;

/** Some rows of a file with their identities, and the bad ones among them. */
final class Chunk {

  static final int ROWS = 2500;

  final List<Row> rows = new ArrayList<>(ROWS);
  final List<RowIdentity> identities = new ArrayList<>(ROWS);
  final List<BadRowEntry> bad = new ArrayList<>(0);
  final boolean lookFirst;

  /** With whether some of its rows are likely known already. */
  Chunk(boolean lookFirst) {
    this.lookFirst = lookFirst;
  }

  int size() {
    return rows.size() + bad.size();
  }
}
