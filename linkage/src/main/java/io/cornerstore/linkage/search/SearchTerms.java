package io.cornerstore.linkage.search;

import java.util.List;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param words folded words of names or places
 * @param digits parts of phones, packed as in the store
 * @param emails e-mail addresses in lower case
 * @param birth date of birth, packed as in the rows, 0 for any
 */
public record SearchTerms(List<Word> words, List<Long> digits, List<String> emails, int birth) {
  /** Copies the lists. */
  public SearchTerms {
    words = List.copyOf(words);
    digits = List.copyOf(digits);
    emails = List.copyOf(emails);
  }

  /** Where a word may stand. */
  public enum Field {
    /** Given name. */
    GIVEN,
    /** Family name. */
    FAMILY,
    /** Name of an organisation. */
    ORGANIZATION,
    /** Town. */
    TOWN,
    /** Postal code. */
    CODE
  }

  /**
   * A word and where it may stand.
   *
   * @param text folded word
   * @param fields where it may stand
   */
  public record Word(String text, Set<Field> fields) {
    /** Copies the set. */
    public Word {
      fields = Set.copyOf(fields);
    }
  }

  /**
   * A record found.
   *
   * @param handle the record
   * @param score how well it agrees, 0..1
   */
  public record Found(int handle, double score) {}

  int count() {
    return words.size() + digits.size() + emails.size() + (birth == 0 ? 0 : 1);
  }
}
