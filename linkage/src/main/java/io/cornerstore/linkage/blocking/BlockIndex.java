package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.store.Hashing;
import io.cornerstore.linkage.store.Probing;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which records hold a blocking key, kept up to date record by record.
 *
 * <p>Not thread-safe for writing.
 */
public final class BlockIndex implements KeyHolders {
  /*
   * Open addressing from key to the head of a chain of postings; a slot also counts its chain. A
   * key held once, by far the most frequent case, costs one slot and one posting of eight bytes.
   * Deletion of a key shifts back, no tombstones.
   */
  private int[] slotKeys = new int[1 << 10];
  private int[] slotHeads = new int[1 << 10];
  private int[] slotCounts = new int[1 << 10];
  private int slotsUsed;
  /* The record of each posting, and the next posting after it: met together, they lie together. */
  private int[] chain = new int[2 << 10];
  private int postings = 1;
  private int freeHead;

  /** Adds a record to a block; returns how many the block holds now. */
  public int add(int key, int handle) {
    int posting = newPosting();
    int slot = slot(key);
    if (slotHeads[slot] == 0) {
      slotKeys[slot] = key;
      slotCounts[slot] = 0;
      slotsUsed++;
    }
    chain[2 * posting] = handle;
    chain[2 * posting + 1] = slotHeads[slot];
    slotHeads[slot] = posting;
    int count = ++slotCounts[slot];
    if (slotsUsed * 10L > slotKeys.length * 7L) {
      grow();
    }
    return count;
  }

  /** Takes a record out of a block; returns how many the block holds now. */
  public int remove(int key, int handle) {
    int slot = slot(key);
    int before = 0;
    int posting = slotHeads[slot];
    while (posting != 0 && handle(posting) != handle) {
      before = posting;
      posting = next(posting);
    }
    if (posting == 0) {
      return slotHeads[slot] == 0 ? 0 : slotCounts[slot];
    }
    if (before == 0) {
      slotHeads[slot] = next(posting);
    } else {
      chain[2 * before + 1] = next(posting);
    }
    chain[2 * posting + 1] = freeHead;
    freeHead = posting;
    int count = --slotCounts[slot];
    if (slotHeads[slot] == 0) {
      delete(slot);
    }
    return count;
  }

  @Override
  public int count(int key) {
    int slot = slot(key);
    return slotHeads[slot] == 0 ? 0 : slotCounts[slot];
  }

  /** The first posting of a key, 0 when there is none. */
  public int first(int key) {
    return slotHeads[slot(key)];
  }

  /** The posting after this one, 0 when it is the last. */
  public int next(int posting) {
    return chain[2 * posting + 1];
  }

  /** The record of a posting. */
  public int handle(int posting) {
    return chain[2 * posting];
  }

  @Override
  public int[] members(int key) {
    int slot = slot(key);
    int[] members = new int[slotHeads[slot] == 0 ? 0 : slotCounts[slot]];
    int filled = 0;
    for (int posting = slotHeads[slot]; posting != 0; posting = next(posting)) {
      members[filled++] = handle(posting);
    }
    return members;
  }

  @Override
  public void forEach(int key, IntConsumer receiver) {
    for (int posting = first(key); posting != 0; posting = next(posting)) {
      receiver.accept(handle(posting));
    }
  }

  private int newPosting() {
    if (freeHead != 0) {
      int posting = freeHead;
      freeHead = next(posting);
      return posting;
    }
    if (2 * postings == chain.length) {
      chain = Arrays.copyOf(chain, 2 * (postings + (postings >> 1)));
    }
    return postings++;
  }

  private int slot(int key) {
    int at = Hashing.place(key, slotKeys.length);
    while (slotHeads[at] != 0 && slotKeys[at] != key) {
      at = Probing.next(at, slotKeys.length);
    }
    return at;
  }

  private void delete(int hole) {
    slotsUsed--;
    int at = hole;
    int empty = hole;
    while (true) {
      at = Probing.next(at, slotKeys.length);
      if (slotHeads[at] == 0) {
        break;
      }
      if (!Probing.stays(Hashing.place(slotKeys[at], slotKeys.length), at, empty)) {
        slotKeys[empty] = slotKeys[at];
        slotHeads[empty] = slotHeads[at];
        slotCounts[empty] = slotCounts[at];
        empty = at;
      }
    }
    slotHeads[empty] = 0;
  }

  private void grow() {
    int[] keys = slotKeys;
    int[] heads = slotHeads;
    int[] counts = slotCounts;
    int size = keys.length + (keys.length >> 1);
    slotKeys = new int[size];
    slotHeads = new int[size];
    slotCounts = new int[size];
    for (int i = 0; i < keys.length; i++) {
      if (heads[i] != 0) {
        int at = slot(keys[i]);
        slotKeys[at] = keys[i];
        slotHeads[at] = heads[i];
        slotCounts[at] = counts[i];
      }
    }
  }
}
