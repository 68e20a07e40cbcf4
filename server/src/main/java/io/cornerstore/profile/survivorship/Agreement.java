package io.cornerstore.profile.survivorship;

import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.Statements;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.WinningRule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the record that leads by its metadata is but a slip of the typing hand, and which record
 * has the value that it is a slip of.
 */
final class Agreement {

  /*
   * A slip is rare, and two people rarely slip alike: where a value looks like another one mistyped,
   * the one that more identities agree on is taken. An identity (source subject) has one voice, its
   * last word, because the records of one account repeat one typing: ten orders of it are no ten
   * witnesses. A value that is more than a slip away is no slip but news, and wins as ever; so does
   * a correction of the spelling as soon as as many identities have it as have the old one. What was
   * said at the counter is never taken for a slip, and later slips of it do not undo it.
   *
   * Only records that are the leader's equals by party and completeness take part. The outcome
   * depends on what the sources say and when they say it was, not on the order of the log, unless
   * the times are equal. Cost: one pass when all write it alike, else a sort and one edit distance
   * for each other spelling.
   */

  /** So many identities at least make an agreement. */
  private static final int FEWEST = 2;

  /** A record that wins over the leader. */
  record Outvoted(SourceRecord winner, WinningRule rule) {}

  /** What a record says. */
  @Personal
  private record Word(SourceRecord record, Spelling spelling) {

    static final Comparator<Word> LATER =
        Comparator.comparing((Word word) -> word.record().occurredAt())
            .thenComparing(word -> word.record().id());

    @Override
    public String toString() {
      return "Word[" + record.id() + "]";
    }
  }

  private Agreement() {}

  /**
   * Who may speak beside the leader: the records that have the same whole and are of the same
   * party.
   */
  static boolean isPeer(SurvivorshipRule rule, SourceRecord leader, SourceRecord record) {
    return record.party() == leader.party()
        && rule.missing(record.fields()) == rule.missing(leader.fields());
  }

  /** Said at the counter, to somebody who asked. */
  static boolean isStated(SourceRecord record) {
    return record.source().equals(Statements.SOURCE);
  }

  /**
   * Whether values could make another record than the leader win, as far as can be told without
   * them.
   */
  static boolean isOpen(SourceRecord leader, List<SourceRecord> peers) {
    if (isStated(leader)) {
      return false;
    }
    Set<SubjectId> identities = new HashSet<>();
    boolean stated = false;
    for (SourceRecord peer : peers) {
      identities.add(peer.subject());
      stated |= isStated(peer);
    }
    return stated || identities.size() >= FEWEST;
  }

  /**
   * The record that outvotes the leader, if one does.
   *
   * @param ranked the leader and its peers, best first
   */
  static @Nullable Outvoted find(SurvivorshipRule rule, List<OpenedRecord> ranked) {
    SourceRecord leader = ranked.getFirst().record();
    FieldSet whole = rule.whole(leader.fields());
    List<Word> words =
        ranked.stream()
            .map(peer -> new Word(peer.record(), Spelling.of(peer.document(), whole)))
            .toList();
    Spelling leading = words.getFirst().spelling();
    if (isStated(leader) || words.stream().allMatch(word -> word.spelling().equals(leading))) {
      return null;
    }
    Word stated =
        words.stream().filter(word -> isStated(word.record())).max(Word.LATER).orElse(null);
    if (stated != null && stated.spelling().equals(leading)) {
      return null;
    }
    if (stated != null && leading.isSlipOf(stated.spelling())) {
      return new Outvoted(stated.record(), WinningRule.STATED);
    }
    return agreed(leading, words);
  }

  private static @Nullable Outvoted agreed(Spelling leading, List<Word> words) {
    Map<Spelling, Integer> voices = voices(words);
    Word best = null;
    int most = Math.max(voices.getOrDefault(leading, 0), FEWEST - 1);
    for (Word word : words) {
      int heard = voices.getOrDefault(word.spelling(), 0);
      if (heard > most && leading.isSlipOf(word.spelling())) {
        most = heard;
        best = word;
      }
    }
    return best == null ? null : new Outvoted(best.record(), WinningRule.AGREEMENT);
  }

  /** How many identities wrote it so the last time. */
  private static Map<Spelling, Integer> voices(List<Word> words) {
    Map<SubjectId, Word> last = new HashMap<>();
    for (Word word : words) {
      last.merge(word.record().subject(), word, BinaryOperator.maxBy(Word.LATER));
    }
    Map<Spelling, Integer> voices = new HashMap<>();
    last.values().forEach(word -> voices.merge(word.spelling(), 1, Integer::sum));
    return voices;
  }
}
