package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.Rows;
import java.util.List;

/**
 * The records around a link: its two ends, and whatever fits one of them.
 *
 * <p>Father and son of one name at one address look alike record by record; all their records
 * together show two e-mails, two phones, two dates of birth, where those of one person show one of
 * each. So what is known around a pair counts for it or against it. Not thread-safe.
 */
public final class Circle {
  /*
   * The question is no longer whether these are strangers, but whether they are one person or two
   * of one home: what conflicts counts by log2(m/h) of a conflict, what does not by log2 of the
   * rest. Conflicts prevail: an e-mail shared at home agrees for father and son as well. What the
   * pair itself agrees on is in its weight already. A circle of more than can be looked through
   * counts as full of conflict, whichever of them came first.
   */
  /** No circle adds more. */
  public static final double MOST = 4;

  /** A record belongs to a circle from so many bits on. */
  public static final double LEAST = 3;

  private static final int MOST_MEMBERS = 64;
  private static final int CONFLICT = -1;

  /* What is asked for, and from which level on two values conflict. */
  private static final List<Asked> ASKED =
      List.of(
          new Asked(Attribute.EMAIL, Rows.EMAIL, ContactComparison.EMAIL_DIFFERENT),
          new Asked(Attribute.PHONE, Rows.PHONE, ContactComparison.PHONE_DIFFERENT),
          new Asked(Attribute.BIRTH, Rows.BIRTH, DateComparison.DIFFERENT));

  private final int[] members = new int[MOST_MEMBERS];
  private final Rows rows;
  private final Comparison comparison;
  private final double[] conflictBits;
  private final double[] agreementBits;
  private long pattern;
  private int size;
  private boolean crowded;

  private record Asked(Attribute attribute, int column, int conflict) {
    /* The probability of a conflict. */
    double in(double[] probabilities) {
      double sum = 0;
      for (int level = conflict; level < attribute.levels().size(); level++) {
        sum += probabilities[attribute.place(level)];
      }
      return sum;
    }

    double conflictBits(Weights weights) {
      return Math.min(0, Weights.log2(in(weights.match()) / in(weights.home())));
    }

    double agreementBits(Weights weights) {
      return Math.max(0, Weights.log2((1 - in(weights.match())) / (1 - in(weights.home()))));
    }
  }

  Circle(Rows rows, Comparison comparison, Weights persons) {
    this.rows = rows;
    this.comparison = comparison;
    this.conflictBits = ASKED.stream().mapToDouble(asked -> asked.conflictBits(persons)).toArray();
    this.agreementBits =
        ASKED.stream().mapToDouble(asked -> asked.agreementBits(persons)).toArray();
  }

  /** What a circle may add at most to the weight of a link with this pattern. */
  public double most(long levels) {
    double most = 0;
    for (int i = 0; i < ASKED.size(); i++) {
      most += ASKED.get(i).attribute.in(levels) == 0 ? agreementBits[i] : 0;
    }
    return Math.min(MOST, most);
  }

  /** Starts anew with the two ends of a link, and its pattern. */
  public void start(int a, int b, long levels) {
    pattern = levels;
    members[0] = a;
    members[1] = b;
    size = 2;
    crowded = false;
  }

  /** Takes a record in, unless the circle has it. */
  public void add(int record) {
    for (int i = 0; i < size; i++) {
      if (members[i] == record) {
        return;
      }
    }
    if (size == MOST_MEMBERS) {
      crowded = true;
    } else {
      members[size++] = record;
    }
  }

  /** What the circle adds to the weight of its link, or takes away. */
  public double bits() {
    double agreements = 0;
    double conflicts = 0;
    for (int i = 0; i < ASKED.size(); i++) {
      int known = crowded ? CONFLICT : known(ASKED.get(i));
      if (known == CONFLICT) {
        conflicts += conflictBits[i];
      } else if (known > 1 && ASKED.get(i).attribute.in(pattern) == 0) {
        agreements += agreementBits[i];
      }
    }
    return conflicts < 0 ? conflicts : Math.min(MOST, agreements);
  }

  /* How many know a value, or CONFLICT when two of them contradict each other. */
  private int known(Asked asked) {
    int known = 0;
    for (int i = 0; i < size; i++) {
      int value = rows.get(members[i], asked.column);
      if (value == 0) {
        continue;
      }
      known++;
      for (int j = 0; j < i; j++) {
        if (rows.get(members[j], asked.column) != value
            && comparison.level(asked.column, members[i], members[j]) >= asked.conflict) {
          return CONFLICT;
        }
      }
    }
    return known;
  }
}
