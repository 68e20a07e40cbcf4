package io.cornerstore.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many byte strings in one pass over a stream: the automaton of Aho and Corasick with its
 * failure links resolved into one table, so each byte costs one look-up. The table has a row per
 * distinct prefix and a column per distinct byte.
 *
 * <p>A. V. Aho, M. J. Corasick: Efficient String Matching. Communications of the ACM 18(6), 1975.
 */
final class ByteSearch {

  private static final int BYTES = 256;
  private static final int NONE = -1;
  private static final int[] NO_ENDS = {};

  /** Bytes that occur in no pattern are one column, 0; the others have a column each. */
  private final int[] columnOf = new int[BYTES];

  private final int columns;
  private final int[] next;

  /** Per state, the patterns that end there. */
  private final List<int[]> ends;

  private final int[] lengths;

  ByteSearch(List<byte[]> patterns) {
    lengths = patterns.stream().mapToInt(pattern -> pattern.length).toArray();
    columns = assignColumns(patterns);
    Trie trie = new Trie(Arrays.stream(lengths).sum() + 1);
    for (int i = 0; i < patterns.size(); i++) {
      trie.add(patterns.get(i), i);
    }
    trie.link();
    next = trie.next;
    ends = trie.ends;
  }

  private int assignColumns(List<byte[]> patterns) {
    int count = 1;
    for (byte[] pattern : patterns) {
      for (byte b : pattern) {
        if (columnOf[b & 0xff] == 0) {
          columnOf[b & 0xff] = count++;
        }
      }
    }
    return count;
  }

  /** Told of each match, with the offset of its first byte. */
  @FunctionalInterface
  interface Sink {
    void found(int pattern, long offset);
  }

  /** Begins a stream. */
  Run over(Sink sink) {
    return new Run(sink);
  }

  /** A run over one stream. */
  final class Run {
    private final Sink sink;
    private int state;
    private long position;

    private Run(Sink sink) {
      this.sink = sink;
    }

    void feed(byte[] bytes, int length) {
      int current = state;
      for (int i = 0; i < length; i++) {
        current = next[current * columns + columnOf[bytes[i] & 0xff]];
        for (int pattern : ends.get(current)) {
          sink.found(pattern, position + i + 1 - lengths[pattern]);
        }
      }
      state = current;
      position += length;
    }
  }

  private final class Trie {
    final int[] next;
    final List<int[]> ends = new ArrayList<>();

    Trie(int maxStates) {
      next = new int[Math.multiplyExact(maxStates, columns)];
      Arrays.fill(next, NONE);
      ends.add(NO_ENDS);
    }

    void add(byte[] pattern, int number) {
      if (pattern.length == 0) {
        throw new IllegalArgumentException("an empty pattern is everywhere");
      }
      int state = 0;
      for (byte b : pattern) {
        int slot = state * columns + columnOf[b & 0xff];
        if (next[slot] == NONE) {
          next[slot] = ends.size();
          ends.add(NO_ENDS);
        }
        state = next[slot];
      }
      ends.set(state, with(ends.get(state), number));
    }

    /** Breadth first: a failure link is resolved before its state is used. */
    void link() {
      int[] failure = new int[ends.size()];
      Deque<Integer> queue = new ArrayDeque<>();
      for (int b = 0; b < columns; b++) {
        if (next[b] == NONE) {
          next[b] = 0;
        } else {
          queue.add(next[b]);
        }
      }
      while (!queue.isEmpty()) {
        int state = queue.remove();
        for (int number : ends.get(failure[state])) {
          ends.set(state, with(ends.get(state), number));
        }
        for (int b = 0; b < columns; b++) {
          int slot = state * columns + b;
          int fallback = next[failure[state] * columns + b];
          if (next[slot] == NONE) {
            next[slot] = fallback;
          } else {
            failure[next[slot]] = fallback;
            queue.add(next[slot]);
          }
        }
      }
    }

    private int[] with(int[] numbers, int number) {
      int[] more = Arrays.copyOf(numbers, numbers.length + 1);
      more[numbers.length] = number;
      return more;
    }
  }
}
