package io.cornerstore.linkage;

import io.cornerstore.linkage.linking.PairJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The judges of one writer and its helping threads, each with its own memory of what it compared.
 *
 * <p>Thread-safe, but no two threads may use the same judge at a time.
 */
final class Judges {
  private final Supplier<PairJudge> maker;
  private final List<PairJudge> made = new ArrayList<>();

  Judges(Supplier<PairJudge> maker) {
    this.maker = maker;
  }

  /** The judge of the writer itself. */
  PairJudge writers() {
    return get(0);
  }

  /** The judge with a number, from 0 on. */
  synchronized PairJudge get(int number) {
    while (made.size() <= number) {
      made.add(maker.get());
    }
    return made.get(number);
  }

  /** Makes all forget what they remember; to be called after the store has changed. */
  synchronized void forget() {
    made.forEach(judge -> judge.scorer().forget());
  }
}
