package io.cornerstore.linkage.search;

import io.cornerstore.linkage.blocking.BlockIndex;
import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.search.SearchTerms.Field;
import io.cornerstore.linkage.search.SearchTerms.Found;
import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Digits;
import io.cornerstore.linkage.store.NameTable;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import io.cornerstore.linkage.text.Nicknames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Typo-tolerant search.
 *
 * <p>Searching is safe from any thread as long as nothing is added or removed meanwhile.
 */
public final class NameSearch {
  /*
   * Each word is compared with every distinct name, not with every record: a set of letters drops
   * nearly all of them in a few nanoseconds each. The records of the likeliest names are the
   * candidates, a bounded number for each word, and all terms are then looked up in their rows.
   */
  private static final int MOST_CANDIDATES = 20_000;
  private static final int MOST_PHONES = 500;
  private final Store store;
  private final Rows rows;
  private final BlockIndex blocks;
  private final Chains givens = new Chains();
  private final Chains families = new Chains();
  private final Chains organizations = new Chains();

  /** Over a store and its blocks, which know who holds an e-mail or phone. */
  public NameSearch(Store store, BlockIndex blocks) {
    this.store = store;
    this.rows = store.rows();
    this.blocks = blocks;
  }

  /** Takes in a record of the store. */
  public void add(int handle) {
    givens.add(rows.get(handle, Rows.GIVEN), handle);
    families.add(rows.get(handle, Rows.FAMILY), handle);
    organizations.add(rows.get(handle, Rows.ORGANIZATION), handle);
  }

  /** Takes out a record that is still in the store. */
  public void remove(int handle) {
    givens.remove(rows.get(handle, Rows.GIVEN), handle);
    families.remove(rows.get(handle, Rows.FAMILY), handle);
    organizations.remove(rows.get(handle, Rows.ORGANIZATION), handle);
  }

  /** The best records, at most {@code limit}; equally good ones by handle. */
  public List<Found> search(SearchTerms terms, int limit) {
    if (terms.count() == 0) {
      return List.of();
    }
    List<TermScores> words = new ArrayList<>();
    BitSet candidates = new BitSet();
    for (SearchTerms.Word word : terms.words()) {
      TermScores scores = compare(word);
      words.add(scores);
      collect(scores, candidates);
    }
    BlockingKeys keys = new BlockingKeys(store);
    for (long digits : terms.digits()) {
      collectPhones(digits, keys, candidates);
    }
    List<Integer> emails = new ArrayList<>();
    for (String email : terms.emails()) {
      byte[] bytes = email.getBytes(StandardCharsets.UTF_8);
      int id = store.emails().find(bytes, 0, bytes.length);
      emails.add(id);
      if (id != 0) {
        collectKey(keys.emailKey(id, false), candidates);
        collectKey(keys.emailKey(id, true), candidates);
      }
    }
    if (candidates.isEmpty() && emails.isEmpty()) {
      for (int handle = 0; handle < rows.limit(); handle++) {
        candidates.set(handle, rows.isLive(handle));
      }
    }
    return new Ranking(store, terms, words, emails).best(candidates, limit);
  }

  private TermScores compare(SearchTerms.Word word) {
    Likeness likeness = new Likeness(word.text());
    TermScores scores = new TermScores(word.fields(), new Scores(), new Scores(), new Scores());
    if (word.fields().contains(Field.GIVEN) || word.fields().contains(Field.FAMILY)) {
      compareNames(word, likeness, scores.names());
    }
    if (word.fields().contains(Field.ORGANIZATION)) {
      compareAll(store.organizations().dictionary(), likeness, scores.organizations());
    }
    if (word.fields().contains(Field.TOWN) || word.fields().contains(Field.CODE)) {
      compareAll(store.addresses().places(), likeness, scores.places());
    }
    return scores;
  }

  private void compareNames(SearchTerms.Word word, Likeness likeness, Scores scores) {
    NameTable names = store.names();
    ByteDictionary texts = names.dictionary();
    long groups = Nicknames.standard().groupsOf(word.text());
    int limit = texts.limit();
    for (int id = 1; id < limit; id++) {
      if (likeness.mayMean(names.letters(id)) && texts.isUsed(id)) {
        double score = likeness.of(texts, id);
        if (score > 0) {
          scores.raise(id, score);
        }
      }
      if (groups != 0 && texts.isUsed(id) && Nicknames.meet(groups, names.groups(id))) {
        scores.raise(id, Likeness.NICKNAME);
      }
    }
  }

  private static void compareAll(ByteDictionary texts, Likeness likeness, Scores scores) {
    for (int id = 1; id < texts.limit(); id++) {
      if (texts.isUsed(id)) {
        double score = likeness.of(texts, id);
        if (score > 0) {
          scores.raise(id, score);
        }
      }
    }
  }

  private void collect(TermScores scores, BitSet candidates) {
    int taken = 0;
    for (int name : scores.names().best()) {
      if (scores.fields().contains(Field.FAMILY)) {
        taken += collectChain(families, name, MOST_CANDIDATES - taken, candidates);
      }
      if (scores.fields().contains(Field.GIVEN)) {
        taken += collectChain(givens, name, MOST_CANDIDATES - taken, candidates);
      }
      if (taken >= MOST_CANDIDATES) {
        break;
      }
    }
    for (int organization : scores.organizations().best()) {
      taken += collectChain(organizations, organization, MOST_CANDIDATES - taken, candidates);
    }
  }

  private static int collectChain(Chains chains, int value, int most, BitSet candidates) {
    int taken = 0;
    for (int at = chains.first(value); at >= 0 && taken < most; at = chains.next(at)) {
      candidates.set(at);
      taken++;
    }
    return taken;
  }

  private void collectPhones(long digits, BlockingKeys keys, BitSet candidates) {
    int found = 0;
    for (int phone = 1; phone < store.phones().limit() && found < MOST_PHONES; phone++) {
      if (Digits.contains(store.phones().value(phone), digits)) {
        collectKey(keys.phoneKey(phone, false), candidates);
        collectKey(keys.phoneKey(phone, true), candidates);
        found++;
      }
    }
  }

  private void collectKey(int key, BitSet candidates) {
    int taken = 0;
    for (int at = blocks.first(key); at != 0 && taken < MOST_CANDIDATES; at = blocks.next(at)) {
      candidates.set(blocks.handle(at));
      taken++;
    }
  }

  /** How well each name, organisation and place agrees with one word. */
  record TermScores(
      java.util.Set<Field> fields, Scores names, Scores organizations, Scores places) {}
}
