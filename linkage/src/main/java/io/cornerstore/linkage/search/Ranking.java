package io.cornerstore.linkage.search;

import io.cornerstore.linkage.search.NameSearch.TermScores;
import io.cornerstore.linkage.search.SearchTerms.Field;
import io.cornerstore.linkage.search.SearchTerms.Found;
import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.Digits;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Looks all terms up in the candidates and keeps the best. */
final class Ranking {
  private static final double LEAST = 0.3;
  private static final double HALF = 0.5;
  private final Store store;
  private final Rows rows;
  private final SearchTerms terms;
  private final List<TermScores> words;
  private final List<Integer> emails;

  Ranking(Store store, SearchTerms terms, List<TermScores> words, List<Integer> emails) {
    this.store = store;
    this.rows = store.rows();
    this.terms = terms;
    this.words = words;
    this.emails = emails;
  }

  List<Found> best(BitSet candidates, int limit) {
    Comparator<Found> worstFirst =
        Comparator.comparingDouble(Found::score)
            .thenComparing(Found::handle, Comparator.reverseOrder());
    PriorityQueue<Found> kept = new PriorityQueue<>(worstFirst);
    for (int handle = candidates.nextSetBit(0);
        handle >= 0;
        handle = candidates.nextSetBit(handle + 1)) {
      double score = score(handle);
      Found worst = kept.peek();
      if (score >= LEAST && (kept.size() < limit || (worst != null && score > worst.score()))) {
        kept.add(new Found(handle, score));
        if (kept.size() > limit) {
          kept.poll();
        }
      }
    }
    return kept.stream().sorted(worstFirst.reversed()).toList();
  }

  private double score(int handle) {
    double sum = 0;
    for (TermScores word : words) {
      sum += word(handle, word);
    }
    for (long digits : terms.digits()) {
      sum += number(handle, digits);
    }
    for (int email : emails) {
      sum += email(handle, email);
    }
    if (terms.birth() != 0) {
      sum += birth(rows.get(handle, Rows.BIRTH), terms.birth());
    }
    return sum / terms.count();
  }

  private double word(int handle, TermScores word) {
    double best = 0;
    if (word.fields().contains(Field.GIVEN)) {
      best = Math.max(best, word.names().get(rows.get(handle, Rows.GIVEN)));
      best = Math.max(best, word.names().get(rows.get(handle, Rows.ADDITIONAL)));
    }
    if (word.fields().contains(Field.FAMILY)) {
      best = Math.max(best, word.names().get(rows.get(handle, Rows.FAMILY)));
    }
    if (word.fields().contains(Field.ORGANIZATION)) {
      best = Math.max(best, word.organizations().get(rows.get(handle, Rows.ORGANIZATION)));
    }
    for (int i = rows.count(handle, Rows.ADDRESS) - 1; i >= 0; i--) {
      int address = rows.value(handle, Rows.ADDRESS, i);
      if (word.fields().contains(Field.TOWN)) {
        best = Math.max(best, place(word, address, AddressTable.TOWN));
      }
      if (word.fields().contains(Field.CODE)) {
        best = Math.max(best, place(word, address, AddressTable.CODE));
      }
    }
    return best;
  }

  private double place(TermScores word, int address, int column) {
    return word.places().get(store.addresses().column(address, column));
  }

  private double number(int handle, long digits) {
    for (int i = rows.count(handle, Rows.PHONE) - 1; i >= 0; i--) {
      if (Digits.contains(store.phones().value(rows.value(handle, Rows.PHONE, i)), digits)) {
        return 1;
      }
    }
    for (int i = rows.count(handle, Rows.ADDRESS) - 1; i >= 0; i--) {
      int code = store.addresses().column(rows.value(handle, Rows.ADDRESS, i), AddressTable.CODE);
      if (code != 0 && Digits.packShort(store.addresses().places().text(code)) == digits) {
        return 1;
      }
    }
    return 0;
  }

  private double email(int handle, int email) {
    for (int i = rows.count(handle, Rows.EMAIL) - 1; i >= 0 && email != 0; i--) {
      if (rows.value(handle, Rows.EMAIL, i) == email) {
        return 1;
      }
    }
    return 0;
  }

  /* All parts asked agree: 1; the year, or day and month: a half. */
  private static double birth(int date, int asked) {
    int mask =
        (asked >>> 9 == 0 ? 0 : -1 << 9)
            | ((asked >>> 5 & 15) == 0 ? 0 : 15 << 5)
            | ((asked & 31) == 0 ? 0 : 31);
    if (date == 0) {
      return 0;
    }
    int different = (date ^ asked) & mask;
    return different == 0 ? 1 : different >>> 9 == 0 || (different & 511) == 0 ? HALF : 0;
  }
}
