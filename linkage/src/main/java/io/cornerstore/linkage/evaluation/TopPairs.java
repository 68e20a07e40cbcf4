package io.cornerstore.linkage.evaluation;

import io.cornerstore.linkage.evaluation.Survey.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The heaviest of many pairs. */
final class TopPairs {
  private static final int MOST = 12;
  private static final Comparator<Example> HEAVIEST_FIRST =
      Comparator.comparingDouble((Example pair) -> -pair.bits())
          .thenComparingInt(Example::a)
          .thenComparingInt(Example::b);
  private final PriorityQueue<Example> lightestFirst =
      new PriorityQueue<>(MOST + 1, HEAVIEST_FIRST.reversed());

  void offer(int a, int b, double bits) {
    Example lightest = lightestFirst.peek();
    if (lightestFirst.size() < MOST || (lightest != null && bits >= lightest.bits())) {
      lightestFirst.add(new Example(a, b, bits));
      if (lightestFirst.size() > MOST) {
        lightestFirst.remove();
      }
    }
  }

  void addAll(TopPairs other) {
    other.lightestFirst.forEach(pair -> offer(pair.a(), pair.b(), pair.bits()));
  }

  List<Example> list() {
    List<Example> list = new ArrayList<>(lightestFirst);
    list.sort(HEAVIEST_FIRST);
    return list;
  }
}
