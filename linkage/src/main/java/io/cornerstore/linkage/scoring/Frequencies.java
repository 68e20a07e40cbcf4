package io.cornerstore.linkage.scoring;

import java.util.Arrays;
import java.util.List;

/**
 * How frequent names and words are, frozen when the model was trained. Immutable.
 *
 * <p>Values are known by a hash only. What is not listed counts as rare.
 */
public final class Frequencies {
  /** Whose frequency. */
  public enum Role {
    /** Given names of persons. */
    GIVEN,
    /** Family names of persons. */
    FAMILY,
    /** Words in names of organisations. */
    WORD;

    /** Place of the role's table. */
    @SuppressWarnings("EnumOrdinal") // the text form names the roles in this order
    public int place() {
      return ordinal();
    }
  }

  /* One in six thousand, and several times as frequent as what is not listed for rarity. */
  private static final double USUAL = 12.5;
  private static final double FAR_FROM_RARE = 2;

  /** Surprise of a value when nothing is known about frequencies. */
  private static final double UNKNOWN = 8;

  private static final Frequencies NONE =
      new Frequencies(
          List.of(
              new Table(new int[0], new float[0], UNKNOWN, UNKNOWN),
              new Table(new int[0], new float[0], UNKNOWN, UNKNOWN),
              new Table(new int[0], new float[0], UNKNOWN, UNKNOWN)));

  private final List<Table> tables;

  /** One table for each role, in order. */
  public Frequencies(List<Table> tables) {
    this.tables = List.copyOf(tables);
  }

  /** Nothing known: every value weighs the same. */
  public static Frequencies none() {
    return NONE;
  }

  /** The tables, one for each role. */
  public List<Table> tables() {
    return tables;
  }

  /** Minus log2 of the frequency of a value. */
  public double surprise(Role role, int hash) {
    Table table = tables.get(role.place());
    int at = Arrays.binarySearch(table.hashes, hash);
    return at >= 0 ? table.surprises[at] : table.unlisted;
  }

  /** Whether so many bear a name that it is no typing error. */
  public boolean isUsual(Role role, int hash) {
    Table table = tables.get(role.place());
    return Arrays.binarySearch(table.hashes, hash) >= 0
        && surprise(role, hash) <= Math.min(USUAL, table.unlisted - FAR_FROM_RARE);
  }

  /** How many bits an agreement on this value is worth more than one on an average value. */
  public double rarity(Role role, int hash) {
    return surprise(role, hash) - tables.get(role.place()).average;
  }

  /**
   * Frequencies of one role.
   *
   * @param hashes hashes of the frequent values, ascending; not to be changed
   * @param surprises minus log2 of their frequencies; not to be changed
   * @param unlisted surprise of all other values
   * @param average minus log2 of the chance that two random records agree
   */
  @SuppressWarnings("ArrayRecordComponent") // thousands of numbers, searched in the hot path
  public record Table(int[] hashes, float[] surprises, double unlisted, double average) {}
}
