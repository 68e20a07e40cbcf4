package io.cornerstore.linkage;

import java.util.Arrays;

/**
 * Decisions of people about pairs of records, by handle, and which pairs may be the same at all.
 * Immutable.
 *
 * <p>A never-same pair wins over any evidence and over any always-same pair: no cluster contains
 * both, not by way of third records either. So does {@link Scope#ONE_PER_SOURCE}.
 */
public final class Constraints {
  private static final Constraints NONE =
      new Constraints(new long[0], new long[0], Scope.ALL_PAIRS);

  /** Which pairs of records are looked at. */
  public enum Scope {
    /** All, within a source and between sources. */
    ALL_PAIRS,
    /**
     * Only records of different sources are compared; two of one source come into one cluster only
     * by way of a third, of another source.
     */
    BETWEEN_SOURCES,
    /** Like that, and a cluster holds at most one record of each source. */
    ONE_PER_SOURCE
  }

  /* Each pair as (a << 32 | b) and (b << 32 | a), once each, sorted: the partners of a record are a run. */
  private final long[] never;
  private final long[] always;
  private final long[] alwaysOnce;
  private final Scope scope;

  private Constraints(long[] never, long[] always, Scope scope) {
    this.never = never;
    this.always = always;
    this.alwaysOnce = once(always);
    this.scope = scope;
  }

  private static long[] once(long[] pairs) {
    return Arrays.stream(pairs).filter(pair -> (int) (pair >> 32) < (int) pair).toArray();
  }

  /** Which pairs are looked at. */
  public Scope scope() {
    return scope;
  }

  /** Whether two records of one source are never compared. */
  boolean isBetweenSources() {
    return scope != Scope.ALL_PAIRS;
  }

  /** No decisions. */
  public static Constraints none() {
    return NONE;
  }

  /** Starts a collection of decisions. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether a person said that these two are not the same. */
  public boolean isNeverSame(int a, int b) {
    return never.length > 0 && Arrays.binarySearch(never, key(a, b)) >= 0;
  }

  /** Whether a person said that these two are the same. */
  public boolean isAlwaysSame(int a, int b) {
    return always.length > 0 && Arrays.binarySearch(always, key(a, b)) >= 0;
  }

  /** The records a person said are the same as this one, in ascending order. */
  public int[] alwaysSameAs(int handle) {
    return partners(always, handle);
  }

  /** The records a person said are not the same as this one, in ascending order. */
  public int[] neverSameAs(int handle) {
    return partners(never, handle);
  }

  /**
   * All pairs a person said are the same, each once as {@code (long) a << 32 | b}, a below b,
   * ascending; not to be changed.
   */
  long[] alwaysSamePairs() {
    return alwaysOnce;
  }

  /** All pairs a person said are not the same, in the same form. */
  long[] neverSamePairs() {
    return once(never);
  }

  /** Whether there is no decision at all. */
  public boolean isEmpty() {
    return never.length == 0 && always.length == 0;
  }

  private static int[] partners(long[] pairs, int handle) {
    int from = lowerBound(pairs, key(handle, 0));
    int to = lowerBound(pairs, key(handle + 1, 0));
    int[] found = new int[to - from];
    for (int i = from; i < to; i++) {
      found[i - from] = (int) pairs[i];
    }
    return found;
  }

  private static int lowerBound(long[] pairs, long key) {
    int at = Arrays.binarySearch(pairs, key);
    return at >= 0 ? at : -at - 1;
  }

  private static long key(int a, int b) {
    return (long) a << 32 | b;
  }

  /** Collects decisions; not thread-safe. */
  public static final class Builder {
    private long[] never = new long[8];
    private long[] always = new long[8];
    private int nevers;
    private int alwayses;
    private Scope scope = Scope.ALL_PAIRS;

    private Builder() {}

    /** Which pairs are looked at; all, when this is not called. */
    public Builder scope(Scope pairs) {
      scope = pairs;
      return this;
    }

    /** These two are not the same. */
    public Builder neverSame(int a, int b) {
      never = grown(never, nevers);
      nevers = add(never, nevers, a, b);
      return this;
    }

    /** These two are the same. */
    public Builder alwaysSame(int a, int b) {
      always = grown(always, alwayses);
      alwayses = add(always, alwayses, a, b);
      return this;
    }

    /** The decisions so far. */
    public Constraints build() {
      return new Constraints(sorted(never, nevers), sorted(always, alwayses), scope);
    }

    private static long[] grown(long[] pairs, int used) {
      return used + 2 <= pairs.length ? pairs : Arrays.copyOf(pairs, pairs.length * 2);
    }

    private static int add(long[] pairs, int used, int a, int b) {
      if (a < 0 || b < 0 || a == b) {
        throw new LinkageException("A decision needs two different records.");
      }
      pairs[used] = key(a, b);
      pairs[used + 1] = key(b, a);
      return used + 2;
    }

    private static long[] sorted(long[] pairs, int used) {
      return Arrays.stream(pairs, 0, used).sorted().distinct().toArray();
    }
  }
}
