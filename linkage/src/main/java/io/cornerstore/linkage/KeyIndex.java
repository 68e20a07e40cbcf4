package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.BlockIndex;
import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.blocking.Neighbors;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.search.NameSearch;
import io.cornerstore.linkage.store.Store;

/**
 * Where single records are found by their keys and names, kept up to date record by record.
 *
 * <p>Not thread-safe for writing.
 */
final class KeyIndex {
  private final Store store;
  private final BlockIndex blocks = new BlockIndex();
  private final BlockingKeys keys;
  private final NameSearch names;
  private final StaleRecords stale;

  KeyIndex(Store store) {
    this.store = store;
    this.keys = new BlockingKeys(store);
    this.names = new NameSearch(store, blocks);
    this.stale = new StaleRecords(store, blocks);
  }

  /** Takes in records that were there before anybody looked; none of them becomes stale. */
  void addAll(int[] handles) {
    for (int handle : handles) {
      names.add(handle);
      int count = keys.distinctOf(handle);
      for (int i = 0; i < count; i++) {
        blocks.add(keys.key(i), handle);
      }
    }
  }

  /** A record has come. */
  void enter(int handle, PairJudge judge) {
    names.add(handle);
    int count = keys.distinctOf(handle);
    for (int i = 0; i < count; i++) {
      stale.grown(keys.key(i), blocks.add(keys.key(i), handle), judge);
    }
    stale.contactsChanged(handle);
  }

  /** A record is about to go. */
  void leave(int handle, PairJudge judge) {
    stale.contactsChanged(handle);
    stale.rivalLeaves(handle, judge);
    names.remove(handle);
    int count = keys.distinctOf(handle);
    for (int i = 0; i < count; i++) {
      stale.shrunk(keys.key(i), blocks.remove(keys.key(i), handle), judge);
    }
  }

  /** Who holds a key. */
  BlockIndex blocks() {
    return blocks;
  }

  /** The records worth comparing with one; each for one thread. */
  Neighbors neighbors() {
    return new Neighbors(blocks, new BlockingKeys(store));
  }

  /** Search by name. */
  NameSearch names() {
    return names;
  }

  /** Records to be linked anew. */
  StaleRecords stale() {
    return stale;
  }
}
