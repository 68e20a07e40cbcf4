package io.cornerstore.linkage.store;

/** The small facts about a record, packed into one int. */
public final class Flags {
  /** The row stands for a record. */
  public static final int LIVE = 1;

  /** The record describes an organisation. */
  public static final int ORGANIZATION = 2;

  private static final int SEX_SHIFT = 2;
  private static final int SUFFIX_SHIFT = 4;
  private static final int SOURCE_SHIFT = 16;

  private Flags() {}

  /** Packs the facts. */
  public static int of(boolean organization, int sex, int suffix, int source) {
    return LIVE
        | (organization ? ORGANIZATION : 0)
        | sex << SEX_SHIFT
        | suffix << SUFFIX_SHIFT
        | source << SOURCE_SHIFT;
  }

  /** 1 female, 2 male, 0 unknown. */
  public static int sex(int flags) {
    return flags >>> SEX_SHIFT & 3;
  }

  /** 1 senior, 2 junior or the second, 3 the third, 4 the fourth, 0 none known. */
  public static int suffix(int flags) {
    return flags >>> SUFFIX_SHIFT & 7;
  }

  /** Number of the source system. */
  public static int source(int flags) {
    return flags >>> SOURCE_SHIFT;
  }
}
