package io.cornerstore.linkage.scoring;

import java.util.List;

/** Levels of agreement of a name, best first. */
final class NameLevels {
  static final int EXACT = 1;
  static final int NICKNAME = 2;
  static final int CLOSE = 3;
  static final int PART = 4;
  static final int INITIAL = 5;
  static final int SIMILAR = 6;
  static final int DIFFERENT = 7;

  static final List<String> NAMES =
      List.of("-", "exact", "nickname", "typing-error", "part", "initial", "similar", "different");

  private NameLevels() {}
}
