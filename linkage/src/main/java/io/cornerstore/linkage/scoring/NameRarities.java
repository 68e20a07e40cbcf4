package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;

/**
 * How rare names are, by their numbers; what was looked up once is remembered.
 *
 * <p>One that remembers all names of a store may be shared by threads as long as names keep their
 * numbers: two threads that look up the same name write the same value. One that remembers names
 * met lately belongs to one thread.
 */
public final class NameRarities {
  private static final int LATELY = 1 << 12;
  private final ByteDictionary names;
  private final Frequencies frequencies;
  private final float[] given;
  private final float[] family;
  /* Which name each place is about, where names share places; else empty. */
  private final int[] namesOfGiven;
  private final int[] namesOfFamily;

  /** Remembers those of all names of a store; only while nothing is added or removed. */
  public static NameRarities remembering(Store store, Frequencies frequencies) {
    return new NameRarities(store, frequencies, store.names().dictionary().limit(), 0);
  }

  /** Remembers those of names met lately, until {@link #forget}. */
  static NameRarities lately(Store store, Frequencies frequencies) {
    return new NameRarities(store, frequencies, LATELY, LATELY);
  }

  private NameRarities(Store store, Frequencies frequencies, int places, int shared) {
    this.names = store.names().dictionary();
    this.frequencies = frequencies;
    this.given = unknown(places);
    this.family = unknown(places);
    this.namesOfGiven = new int[shared];
    this.namesOfFamily = new int[shared];
  }

  private static float[] unknown(int places) {
    float[] values = new float[places];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  /** Forgets all names; to be called when numbers may have got another meaning. */
  void forget() {
    Arrays.fill(given, Float.NaN);
    Arrays.fill(family, Float.NaN);
  }

  /** The rarity of a name in a role, in bits. */
  double of(Frequencies.Role role, int name) {
    boolean isGiven = role == Frequencies.Role.GIVEN;
    float[] values = isGiven ? given : family;
    int[] owners = isGiven ? namesOfGiven : namesOfFamily;
    int place = owners.length == 0 ? name : name & owners.length - 1;
    float value = values[place];
    if (Float.isNaN(value) || (owners.length > 0 && owners[place] != name)) {
      value = (float) frequencies.rarity(role, names.hash(name));
      values[place] = value;
      if (owners.length > 0) {
        owners[place] = name;
      }
    }
    return value;
  }
}
