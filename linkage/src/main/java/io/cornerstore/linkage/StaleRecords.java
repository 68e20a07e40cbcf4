package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.BlockIndex;
import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.blocking.Neighbors;
import io.cornerstore.linkage.linking.EmailHolders;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.Demotion;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;

/**
 * Records whose evidence changed although they did not: because a block grew over its cap, because
 * an e-mail or phone came to be shared by many, or is no longer held by one record a source,
 * because a rival that contested their link went away.
 *
 * <p>Linking them anew is what keeps one-by-one linking equal to the batch. Safe for one writer and
 * a concurrent {@link #clear}.
 */
final class StaleRecords {
  private final Store store;
  private final Rows rows;
  private final BlockIndex blocks;
  private final BlockingKeys keys;
  private final EmailHolders emails;
  private final HandleSet stale = new HandleSet();

  StaleRecords(Store store, BlockIndex blocks) {
    this.store = store;
    this.rows = store.rows();
    this.blocks = blocks;
    this.keys = new BlockingKeys(store);
    this.emails = new EmailHolders(store, blocks);
  }

  /** A block has grown to so many. */
  void grown(int key, int count, PairJudge judge) {
    if (count == BlockingRule.cap(key) + 1) {
      markPairs(key, judge);
    }
  }

  /** A block has shrunk to so many. */
  void shrunk(int key, int count, PairJudge judge) {
    if (count == BlockingRule.cap(key)) {
      markPairs(key, judge);
    }
  }

  /*
   * The pairs of this block are no longer proposed by it, or are again: that changes something for
   * the few that are worth a link or a review. To look for these costs less than to link all anew.
   */
  private void markPairs(int key, PairJudge judge) {
    int[] members = blocks.members(key);
    Arrays.sort(members);
    synchronized (stale) {
      for (int i = 0; i < members.length; i++) {
        for (int j = i + 1; j < members.length; j++) {
          if (judge.judgeCandidate(members[i], members[j]) != PairJudge.Verdict.NONE) {
            stale.add(members[i]);
            stale.add(members[j]);
          }
        }
      }
    }
  }

  /** A record has come, or is about to go. */
  void contactsChanged(int handle) {
    boolean organization = (rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) != 0;
    for (int i = rows.count(handle, Rows.EMAIL) - 1; i >= 0; i--) {
      int email = rows.value(handle, Rows.EMAIL, i);
      int holders = store.emails().holders(email);
      if (Demotion.changes(holders)) {
        mark(keys.emailKey(email, organization));
        mark(keys.emailKey(email, !organization));
      } else if (emails.dependOn(handle, email)) {
        mark(keys.emailKey(email, organization));
      }
      if (EmailHolders.isOneTooMany(holders)) {
        mark(keys.emailKey(email, !organization));
      }
    }
    for (int i = rows.count(handle, Rows.PHONE) - 1; i >= 0; i--) {
      int phone = rows.value(handle, Rows.PHONE, i);
      if (Demotion.changes(store.phones().holders(phone))) {
        mark(keys.phoneKey(phone, organization));
        mark(keys.phoneKey(phone, !organization));
      }
    }
  }

  /** A record is about to go, which may have contested links of others. */
  void rivalLeaves(int handle, PairJudge judge) {
    for (int other : new Neighbors(blocks, keys).of(handle)) {
      judge.judge(Math.min(handle, other), Math.max(handle, other));
      if (judge.isRival()) {
        synchronized (stale) {
          stale.add(other);
        }
      }
    }
  }

  /** These and the stale ones, which are stale no longer; ascending, each once. */
  int[] with(int[] handles) {
    synchronized (stale) {
      for (int handle : handles) {
        stale.add(handle);
      }
      return stale.drain();
    }
  }

  /** Everything is about to be linked anew. */
  void clear() {
    synchronized (stale) {
      stale.drain();
    }
  }

  private void mark(int key) {
    synchronized (stale) {
      for (int at = blocks.first(key); at != 0; at = blocks.next(at)) {
        stale.add(blocks.handle(at));
      }
    }
  }
}
