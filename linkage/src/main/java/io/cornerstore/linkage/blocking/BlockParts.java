package io.cornerstore.linkage.blocking;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Blocks cut into parts by the high bits of their keys; keys of a single record are left out. */
final class BlockParts implements KeyHolders {
  private final Blocks[] parts;
  private final int bits;

  /** So many bits of a key tell its part. */
  BlockParts(Blocks[] parts, int bits) {
    this.parts = parts;
    this.bits = bits;
  }

  /** The part of a key. */
  static int partOf(int key, int bits) {
    return key >>> (Integer.SIZE - bits);
  }

  /** The blocks of one part. */
  Blocks part(int part) {
    return parts[part];
  }

  /** The blocks of one rule. */
  BlockParts under(BlockingRule rule) {
    return new BlockParts(
        Arrays.stream(parts).map(part -> part.under(rule)).toArray(Blocks[]::new), bits);
  }

  @Override
  public int count(int key) {
    Blocks part = parts[partOf(key, bits)];
    int block = part.find(key);
    return block < 0 ? 0 : part.size(block);
  }

  @Override
  public int[] members(int key) {
    Blocks part = parts[partOf(key, bits)];
    int block = part.find(key);
    return block < 0
        ? new int[0]
        : Arrays.copyOfRange(part.records(), part.start(block), part.start(block + 1));
  }

  @Override
  public void forEach(int key, IntConsumer receiver) {
    for (int member : members(key)) {
      receiver.accept(member);
    }
  }
}
