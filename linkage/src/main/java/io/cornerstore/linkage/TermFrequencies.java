package io.cornerstore.linkage;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How frequent the values of one role are; values are known by a hash only. Immutable.
 *
 * @param role whose frequencies, such as {@code family-name}
 * @param surprises hash of a frequent value to minus log2 of its frequency, in bits
 * @param unlisted surprise of every other value, in bits
 * @param average minus log2 of the chance that two random records agree, in bits; an agreement on a
 *     value weighs its surprise minus this more than the level says
 */
public record TermFrequencies(
    String role, NavigableMap<Integer, Float> surprises, double unlisted, double average) {
  /** Copies the map and checks the numbers. */
  public TermFrequencies {
    surprises = Collections.unmodifiableNavigableMap(new TreeMap<>(surprises));
    requireFinite("unlisted", unlisted);
    requireFinite("average", average);
    for (Map.Entry<Integer, Float> entry : surprises.entrySet()) {
      requireFinite(Integer.toHexString(entry.getKey()), entry.getValue());
    }
  }

  private static void requireFinite(String name, double bits) {
    if (!Double.isFinite(bits)) {
      throw new LinkageException(name + " is no finite number of bits.");
    }
  }
}
