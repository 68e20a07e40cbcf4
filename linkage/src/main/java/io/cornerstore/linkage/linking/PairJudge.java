package io.cornerstore.linkage.linking;

import io.cornerstore.linkage.blocking.KeyHolders;
import io.cornerstore.linkage.scoring.Circle;
import io.cornerstore.linkage.scoring.Decisions;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;

/**
 * Judges a pair: link, review or neither.
 *
 * <p>Not thread-safe: one instance a thread. The outcome depends on the two records, the model, the
 * number of holders of their e-mails and phones, and nothing else.
 */
public final class PairJudge {
  /** Weight that stands for "cannot be". */
  public static final double VETO = Double.NEGATIVE_INFINITY;

  /* An e-mail that one record a source holds, under names alike, needs less weight beside it. */
  private static final double ONE_EMAIL_BITS = 6;
  private final PairScorer scorer;
  private final Rows rows;
  private final EmailHolders holders;
  private final double linkBits;
  private final double reviewBits;
  private final boolean betweenSources;
  private long pattern;
  private double bits;

  /** What is made of a pair. */
  public enum Verdict {
    /** They are the same, unless {@link Contests} knows better. */
    LINK,
    /** A person should look. */
    REVIEW,
    /** They are not known to be the same. */
    NONE
  }

  /** With two thresholds in bits, for all pairs. */
  public PairJudge(PairScorer scorer, KeyHolders blocks, double linkBits, double reviewBits) {
    this(scorer, blocks, linkBits, reviewBits, false);
  }

  /** With two thresholds in bits; two of one source may be out of the question. */
  public PairJudge(
      PairScorer scorer,
      KeyHolders blocks,
      double linkBits,
      double reviewBits,
      boolean betweenSources) {
    this.betweenSources = betweenSources;
    this.scorer = scorer;
    this.rows = scorer.store().rows();
    this.holders = new EmailHolders(scorer.store(), blocks);
    this.linkBits = linkBits;
    this.reviewBits = reviewBits;
  }

  /**
   * Judges two records; of pairs below the review threshold the weight and pattern are not known.
   */
  public Verdict judgeCandidate(int a, int b) {
    return judge(a, b, reviewBits);
  }

  /** Judges two records. */
  public Verdict judge(int a, int b) {
    return judge(a, b, Double.NEGATIVE_INFINITY);
  }

  private Verdict judge(int a, int b, double least) {
    if (!isComparable(a, b)) {
      pattern = 0;
      bits = VETO;
      return Verdict.NONE;
    }
    pattern = scorer.pattern(a, b, least);
    if (pattern == PairScorer.HOPELESS) {
      bits = VETO;
      return Verdict.NONE;
    }
    if (Decisions.isEmailOnly(pattern) && isSoleHolder(a, b)) {
      pattern = PairScorer.withSoleHolder(pattern);
    }
    bits = scorer.bits(a, b, pattern, least);
    if (bits < reviewBits) {
      return Verdict.NONE;
    }
    return !Decisions.isVetoed(pattern) && links(a, b) ? Verdict.LINK : Verdict.REVIEW;
  }

  private boolean links(int a, int b) {
    boolean enough = bits >= (mayBeNamesakes(a, pattern) ? linkBits - Circle.MOST : linkBits);
    return (enough && Decisions.isIdentifying(pattern, kind(a) == Flags.ORGANIZATION))
        || isUnderOneEmail(a, b, bits, pattern);
  }

  /** Whether a pair links by an e-mail that one record a source holds, under names alike. */
  public boolean isUnderOneEmail(int a, int b, double weight, long levels) {
    return weight >= Math.min(linkBits, ONE_EMAIL_BITS)
        && Decisions.isAlikeUnderOneEmail(levels)
        && isSoleHolder(a, b);
  }

  /** Whether both are persons and rest on what namesakes of one home may share. */
  boolean mayBeNamesakes(int a, long levels) {
    return kind(a) != Flags.ORGANIZATION && Decisions.mayBeNamesakes(levels);
  }

  /** Whether both are of one kind, and of sources that are to be compared. */
  public boolean isComparable(int a, int b) {
    return kind(a) == kind(b) && !isOutOfScope(a, b);
  }

  /** Whether both are of one source, and only sources are compared with each other. */
  public boolean isOutOfScope(int a, int b) {
    return betweenSources && isOfOneSource(a, b);
  }

  /** Whether both are of one source. */
  public boolean isOfOneSource(int a, int b) {
    return Flags.source(rows.get(a, Rows.FLAGS)) == Flags.source(rows.get(b, Rows.FLAGS));
  }

  /** The pattern of the pair last judged. */
  public long pattern() {
    return pattern;
  }

  /** The weight of the pair last judged. */
  public double bits() {
    return bits;
  }

  /** Whether the pair last judged can never stand in one cluster, whatever else speaks for it. */
  public boolean isVetoed() {
    return bits == VETO || Decisions.isVetoed(pattern);
  }

  /** The scorer beneath. */
  public PairScorer scorer() {
    return scorer;
  }

  /** From how many bits on a pair links. */
  public double linkBits() {
    return linkBits;
  }

  /** Whether the pair last judged may contest a link, or count in a circle, however weak it is. */
  public boolean isRival() {
    return bits >= Circle.LEAST;
  }

  private int kind(int handle) {
    return rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION;
  }

  /* Whether their common e-mail is held by one record at most in each source, these two among them. */
  private boolean isSoleHolder(int a, int b) {
    return holders.isOnePerSource(commonEmail(a, b), kind(a) != 0);
  }

  private int commonEmail(int a, int b) {
    for (int i = rows.count(a, Rows.EMAIL) - 1; i >= 0; i--) {
      int email = rows.value(a, Rows.EMAIL, i);
      if (holders.holds(b, email)) {
        return email;
      }
    }
    return 0;
  }
}
