package io.cornerstore.vault.keystore;

import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.root.RootKey;
import io.cornerstore.vault.sealing.DataKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped keys for at most five minutes: a set-associative table in flat arrays. 64 segments of
 * 256 buckets of 8 places hold up to 131,072 keys at 56 bytes each, 7.3 MB when all segments are in
 * use; a full bucket gives up its oldest key. Thread-safe, one lock a segment.
 */
public final class KeyCache {

  public static final Duration KEPT = Duration.ofMinutes(5);

  private static final int SEGMENTS = 64;
  private static final int BUCKETS = 256;
  private static final int WAYS = 8;

  private final Segment[] segments = new Segment[SEGMENTS];
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime a clock that only goes forward, {@code System::nanoTime}
   */
  public KeyCache(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    Arrays.setAll(segments, _ -> new Segment());
  }

  /** The key, if it is here and its time is not over. */
  public @Nullable DataKey find(SubjectId subject) {
    long hash = hash(subject);
    return segment(hash).find(subject, bucket(hash), nanoTime.getAsLong());
  }

  public void put(SubjectId subject, DataKey key) {
    long hash = hash(subject);
    segment(hash).put(subject, bucket(hash), key, nanoTime.getAsLong());
  }

  /** Forgets a key. */
  public void remove(SubjectId subject) {
    long hash = hash(subject);
    segment(hash).remove(subject, bucket(hash));
  }

  /** Overwrites keys whose time is over. */
  public void sweep() {
    long now = nanoTime.getAsLong();
    for (Segment segment : segments) {
      segment.sweep(now);
    }
  }

  /** Subject ids may be hashes or time-ordered: mixed by the finalizer of SplitMix64. */
  private static long hash(SubjectId subject) {
    long mixed =
        subject.value().getMostSignificantBits() * 31 + subject.value().getLeastSignificantBits();
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private Segment segment(long hash) {
    return segments[(int) (hash & (SEGMENTS - 1))];
  }

  private static int bucket(long hash) {
    return (int) ((hash >>> 32) & (BUCKETS - 1));
  }

  @Override
  public String toString() {
    return "KeyCache[•••]";
  }

  /** Arrays come with the first key: a process that seals nothing pays nothing. */
  private static final class Segment {

    private long[] high = {};
    private long[] low = {};
    private long[] loadedAt = {};
    private boolean[] used = {};
    private int[] keyIds = {};
    private byte[] keys = {};

    synchronized @Nullable DataKey find(SubjectId subject, int bucket, long now) {
      int place = place(subject, bucket);
      if (place < 0) {
        return null;
      }
      if (expired(place, now)) {
        forget(place);
        return null;
      }
      return new DataKey(keyIds[place], keys, place * RootKey.BYTES);
    }

    synchronized void put(SubjectId subject, int bucket, DataKey key, long now) {
      if (used.length == 0) {
        allocate();
      }
      int place = place(subject, bucket);
      if (place < 0) {
        place = freeOrOldest(bucket);
      }
      high[place] = subject.value().getMostSignificantBits();
      low[place] = subject.value().getLeastSignificantBits();
      loadedAt[place] = now;
      used[place] = true;
      keyIds[place] = key.id();
      System.arraycopy(key.key().getEncoded(), 0, keys, place * RootKey.BYTES, RootKey.BYTES);
    }

    synchronized void remove(SubjectId subject, int bucket) {
      int place = place(subject, bucket);
      if (place >= 0) {
        forget(place);
      }
    }

    synchronized void sweep(long now) {
      for (int place = 0; place < used.length; place++) {
        if (used[place] && expired(place, now)) {
          forget(place);
        }
      }
    }

    private void allocate() {
      int places = BUCKETS * WAYS;
      high = new long[places];
      low = new long[places];
      loadedAt = new long[places];
      used = new boolean[places];
      keyIds = new int[places];
      keys = new byte[places * RootKey.BYTES];
    }

    private int place(SubjectId subject, int bucket) {
      if (used.length > 0) {
        for (int place = bucket * WAYS; place < (bucket + 1) * WAYS; place++) {
          if (used[place]
              && low[place] == subject.value().getLeastSignificantBits()
              && high[place] == subject.value().getMostSignificantBits()) {
            return place;
          }
        }
      }
      return -1;
    }

    private int freeOrOldest(int bucket) {
      int oldest = bucket * WAYS;
      for (int place = oldest; place < (bucket + 1) * WAYS; place++) {
        if (!used[place]) {
          return place;
        }
        if (loadedAt[place] - loadedAt[oldest] < 0) {
          oldest = place;
        }
      }
      return oldest;
    }

    private boolean expired(int place, long now) {
      return now - loadedAt[place] >= KEPT.toNanos();
    }

    private void forget(int place) {
      used[place] = false;
      Arrays.fill(keys, place * RootKey.BYTES, (place + 1) * RootKey.BYTES, (byte) 0);
    }
  }
}
