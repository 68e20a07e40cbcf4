package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;

/**
 * How rare names are, by their numbers; what was looked up once is remembered.
 *
 * <p>May be shared by threads as long as names keep their numbers: two threads that look up the
 * same name write the same value.
 */
public final class NameRarities {
  private final ByteDictionary names;
  private final Frequencies frequencies;
  private final float[] given;
  private final float[] family;

  /** Remembers those of all names of a store; only while nothing is added or removed. */
  public static NameRarities remembering(Store store, Frequencies frequencies) {
    return new NameRarities(store, frequencies, store.names().dictionary().limit());
  }

  /** Remembers those of the names numbered below a limit. */
  NameRarities(Store store, Frequencies frequencies, int limit) {
    this.names = store.names().dictionary();
    this.frequencies = frequencies;
    this.given = unknown(limit);
    this.family = unknown(limit);
  }

  private static float[] unknown(int limit) {
    float[] values = new float[limit];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  /** The rarity of a name in a role, in bits. */
  double of(Frequencies.Role role, int name) {
    float[] values = role == Frequencies.Role.GIVEN ? given : family;
    if (name >= values.length) {
      return (float) frequencies.rarity(role, names.hash(name));
    }
    float value = values[name];
    if (Float.isNaN(value)) {
      value = (float) frequencies.rarity(role, names.hash(name));
      values[name] = value;
    }
    return value;
  }
}
