package io.cornerstore.sampletown;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Puts pieces of text in the order of their keys with bounded memory: pieces go into buckets by
 * key, full buckets go to files, and each bucket is sorted by itself at the end. Pieces with one
 * key stay in the order they came. Cost: each byte is written and read once more than without.
 */
final class Shelf implements AutoCloseable {

  /** Keys are from 0 to this, not included. */
  static final int KEYS = 1 << 30;

  private static final int HEAD = 8;
  private static final int SPILL = 8 << 20;

  private final Path folder;
  private final String name;
  private final byte[][] buckets;
  private final int[] used;
  private final long[] spilled;
  private long inMemory;

  Shelf(Path folder, String name, int buckets) {
    this.folder = folder;
    this.name = name;
    this.buckets = new byte[buckets][];
    Arrays.fill(this.buckets, new byte[0]);
    this.used = new int[buckets];
    this.spilled = new long[buckets];
  }

  /** Puts a piece on the shelf; one without buckets drops it. */
  void add(int key, byte[] piece) throws IOException {
    if (buckets.length == 0) {
      return;
    }
    int bucket = (int) ((long) key * buckets.length / KEYS);
    int at = used[bucket];
    int end = at + HEAD + piece.length;
    if (end > buckets[bucket].length) {
      buckets[bucket] = Arrays.copyOf(buckets[bucket], Math.max(end + 512, end / 2 * 3));
    }
    ByteBuffer.wrap(buckets[bucket], at, HEAD).putInt(key).putInt(piece.length);
    System.arraycopy(piece, 0, buckets[bucket], at + HEAD, piece.length);
    used[bucket] = end;
    inMemory += HEAD + piece.length;
    if (inMemory > SPILL) {
      spill();
    }
  }

  private Path file(int bucket) {
    return folder.resolve(name + '.' + bucket + ".part");
  }

  private void spill() throws IOException {
    for (int i = 0; i < buckets.length; i++) {
      if (used[i] > 0) {
        try (OutputStream out =
            Files.newOutputStream(file(i), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
          out.write(buckets[i], 0, used[i]);
        }
        spilled[i] += used[i];
        used[i] = 0;
        buckets[i] = new byte[0];
      }
    }
    inMemory = 0;
  }

  /** Writes everything in order and empties the shelf. */
  void writeTo(OutputStream out) throws IOException {
    for (int i = 0; i < buckets.length; i++) {
      byte[] all = take(i);
      long[] order = order(all);
      ByteBuffer view = ByteBuffer.wrap(all);
      for (long entry : order) {
        int at = (int) entry;
        out.write(all, at + HEAD, view.getInt(at + 4));
      }
    }
  }

  private byte[] take(int bucket) throws IOException {
    byte[] held = Arrays.copyOf(buckets[bucket], used[bucket]);
    buckets[bucket] = new byte[0];
    used[bucket] = 0;
    if (spilled[bucket] == 0) {
      return held;
    }
    byte[] all = new byte[Math.toIntExact(spilled[bucket] + held.length)];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file(bucket))))) {
      in.readFully(all, 0, (int) spilled[bucket]);
    }
    System.arraycopy(held, 0, all, (int) spilled[bucket], held.length);
    Files.delete(file(bucket));
    spilled[bucket] = 0;
    return all;
  }

  /** Key above, place in the bucket below, so that sorting numbers sorts by both. */
  private static long[] order(byte[] all) {
    ByteBuffer view = ByteBuffer.wrap(all);
    int count = 0;
    for (int at = 0; at < all.length; at += HEAD + view.getInt(at + 4)) {
      count++;
    }
    long[] order = new long[count];
    int i = 0;
    for (int at = 0; at < all.length; at += HEAD + view.getInt(at + 4)) {
      order[i++] = ((long) view.getInt(at) << 32) | at;
    }
    Arrays.sort(order);
    return order;
  }

  /** Deletes what lies in files; needed only when {@link #writeTo} did not finish. */
  @Override
  public void close() throws IOException {
    for (int i = 0; i < buckets.length; i++) {
      Files.deleteIfExists(file(i));
    }
  }
}
