package io.cornerstore.profile.survivorship;

import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.WinningRule;
import io.cornerstore.profile.survivorship.Agreement.Outvoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides which record wins which field. Who leads is known from metadata alone: whether a record
 * has a valid value of a field stands in {@link SourceRecord#fields}, so nothing has to be opened.
 * Where values are open, a leader that looks mistyped yields to what more identities agree on.
 * Immutable.
 */
public final class Survivorship {

  /*
   * For each rule the records that have any of its fields are compared by the criteria in order and,
   * at last, by id, larger first. Ids are unique, so this is a total order and the winner does not
   * depend on the order of the records. One pass keeps the best and the second best; the criterion
   * that parts them is the reason that is given. Cost: rules x records comparisons, no allocation
   * but the result.
   */

  private final List<SurvivorshipRule> rules;
  private final SurvivorshipRule[] byField = new SurvivorshipRule[PersonalField.values().length];

  /** Throws IllegalArgumentException unless every field stands in exactly one rule. */
  public Survivorship(List<SurvivorshipRule> rules) {
    this.rules = List.copyOf(rules);
    for (PersonalField field : PersonalField.values()) {
      List<SurvivorshipRule> having =
          this.rules.stream().filter(rule -> rule.fields().has(field)).toList();
      if (having.size() != 1) {
        throw new IllegalArgumentException(
            "the field " + field.token() + " stands in " + having.size() + " rules instead of one");
      }
      byField[field.ordinal()] = having.getFirst();
    }
  }

  /**
   * The records that count: the latest version of each item, unless it is late or the item is gone,
   * and every event. In the order given.
   */
  public static List<SourceRecord> current(Collection<SourceRecord> records) {
    Map<UUID, SourceRecordId> latest = new HashMap<>();
    for (SourceRecord record : records) {
      if (record.item() != null && !record.late()) {
        latest.merge(record.item(), record.id(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    List<SourceRecord> current = new ArrayList<>(records.size());
    for (SourceRecord record : records) {
      boolean counts = record.item() == null || record.id().equals(latest.get(record.item()));
      if (counts && !record.gone()) {
        current.add(record);
      }
    }
    return current;
  }

  /**
   * Who leads among {@link #current} records, in the order of the fields: the winners, but for
   * slips, which only values show.
   */
  public List<Pointer> leaders(List<SourceRecord> current) {
    @Nullable Pointer[] found = new @Nullable Pointer[PersonalField.values().length];
    for (SurvivorshipRule rule : rules) {
      Lead lead = lead(rule, current);
      if (lead != null) {
        point(rule, lead.record(), lead.reason(), found);
      }
    }
    return pointers(found);
  }

  /** The winners among {@link #current} records, in the order of the fields. */
  public List<Pointer> winners(List<OpenedRecord> current) {
    List<SourceRecord> records = current.stream().map(OpenedRecord::record).toList();
    @Nullable Pointer[] found = new @Nullable Pointer[PersonalField.values().length];
    for (SurvivorshipRule rule : rules) {
      Lead lead = lead(rule, records);
      if (lead != null) {
        Outvoted by = rule.slipsYield() ? outvoted(rule, lead.record(), current) : null;
        point(
            rule,
            by == null ? lead.record() : by.winner(),
            by == null ? lead.reason() : by.rule(),
            found);
      }
    }
    return pointers(found);
  }

  /**
   * A mark of the records whose values decide whether the leader is a slip, 0 where it cannot be
   * one: while leader and mark stay the same, so does the winner. One for each of {@link
   * #slipping}.
   */
  public List<Long> electors(List<SourceRecord> current) {
    List<Long> marks = new ArrayList<>();
    for (SurvivorshipRule rule : rules) {
      if (rule.slipsYield()) {
        Lead lead = lead(rule, current);
        marks.add(lead == null ? 0 : electors(rule, lead.record(), current));
      }
    }
    return marks;
  }

  /** The fields that may yield as slips, together with those they win with. */
  public List<FieldSet> slipping() {
    return rules.stream()
        .filter(SurvivorshipRule::slipsYield)
        .map(SurvivorshipRule::fields)
        .toList();
  }

  /** The best record of a rule and by what it beat the next one. */
  private record Lead(SourceRecord record, WinningRule reason) {}

  private static @Nullable Lead lead(SurvivorshipRule rule, List<SourceRecord> current) {
    SourceRecord best = null;
    SourceRecord second = null;
    for (SourceRecord record : current) {
      if ((record.fields().bits() & rule.fields().bits()) == 0) {
        continue;
      }
      if (best == null || compare(rule, record, best) < 0) {
        second = best;
        best = record;
      } else if (second == null || compare(rule, record, second) < 0) {
        second = record;
      }
    }
    if (best == null) {
      return null;
    }
    return new Lead(best, second == null ? WinningRule.ONLY_RECORD : reason(rule, best, second));
  }

  private static @Nullable Outvoted outvoted(
      SurvivorshipRule rule, SourceRecord leader, List<OpenedRecord> current) {
    List<OpenedRecord> ranked = new ArrayList<>();
    for (OpenedRecord opened : current) {
      if (Agreement.isPeer(rule, leader, opened.record())) {
        ranked.add(opened);
      }
    }
    if (ranked.size() < 2) {
      return null;
    }
    ranked.sort((a, b) -> compare(rule, a.record(), b.record()));
    return Agreement.find(rule, ranked);
  }

  private static long electors(
      SurvivorshipRule rule, SourceRecord leader, List<SourceRecord> current) {
    List<SourceRecord> peers =
        current.stream().filter(record -> Agreement.isPeer(rule, leader, record)).toList();
    if (!Agreement.isOpen(leader, peers)) {
      return 0;
    }
    long mark = 0;
    for (SourceRecord peer : peers) {
      mark += scattered(peer.id().value());
    }
    return mark;
  }

  /* The finalizer of splitmix64: a sum of its values tells sets apart whatever their order. */
  private static long scattered(long id) {
    long mixed = (id ^ (id >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private static void point(
      SurvivorshipRule rule, SourceRecord to, WinningRule reason, @Nullable Pointer[] found) {
    int won = to.fields().bits() & rule.fields().bits();
    for (int bits = won; bits != 0; bits &= bits - 1) {
      int ordinal = Integer.numberOfTrailingZeros(bits);
      found[ordinal] = new Pointer(PersonalField.values()[ordinal], to.id(), reason);
    }
  }

  private static List<Pointer> pointers(@Nullable Pointer[] found) {
    List<Pointer> pointers = new ArrayList<>();
    for (Pointer pointer : found) {
      if (pointer != null) {
        pointers.add(pointer);
      }
    }
    return pointers;
  }

  /** The fields that come from the same record as this one, itself included. */
  public FieldSet together(PersonalField field) {
    return byField[field.ordinal()].fields();
  }

  /** Best first, for records that have the field or another one that wins with it. */
  public Comparator<SourceRecord> ranking(PersonalField field) {
    SurvivorshipRule rule = byField[field.ordinal()];
    return (a, b) -> compare(rule, a, b);
  }

  /** By what the first beats the second for that field. */
  public WinningRule reason(PersonalField field, SourceRecord winner, SourceRecord other) {
    return reason(byField[field.ordinal()], winner, other);
  }

  private static int compare(SurvivorshipRule rule, SourceRecord a, SourceRecord b) {
    for (Criterion criterion : rule.order()) {
      int compared = criterion.compare(rule, a, b);
      if (compared != 0) {
        return compared;
      }
    }
    return b.id().compareTo(a.id());
  }

  private static WinningRule reason(SurvivorshipRule rule, SourceRecord best, SourceRecord other) {
    for (Criterion criterion : rule.order()) {
      if (criterion.compare(rule, best, other) != 0) {
        return criterion.rule();
      }
    }
    return best.id().equals(other.id()) ? WinningRule.FIRST_GIVEN : WinningRule.LATEST_ENTRY;
  }
}
