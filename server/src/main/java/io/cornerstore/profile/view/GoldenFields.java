package io.cornerstore.profile.view;

import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.GoldenField;
import io.cornerstore.profile.GoldenField.Alternative;
import io.cornerstore.profile.Provenance;
import io.cornerstore.profile.WinningRule;
import io.cornerstore.profile.survivorship.Pointer;
import io.cornerstore.profile.survivorship.Survivorship;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The golden record with its values. The pointers say which record wins; the values of the others
 * are what they won against, so the reason given here is the one against the best record that says
 * something else.
 */
@Personal
public final class GoldenFields {

  /** A value and the record that has it. */
  @Personal
  private record Candidate(SourceRecord record, PersonalValue value, int place) {

    boolean doubtful() {
      return value.quality() == Quality.DOUBTFUL;
    }
  }

  private final Survivorship survivorship;
  private final Map<PersonalField, List<Candidate>> candidates = new EnumMap<>(PersonalField.class);
  private final Map<PersonalField, Candidate> winners = new EnumMap<>(PersonalField.class);
  private final Map<PersonalField, WinningRule> rules = new EnumMap<>(PersonalField.class);

  private GoldenFields(Survivorship survivorship) {
    this.survivorship = survivorship;
  }

  /** Of the current records of a customer. */
  public static GoldenFields of(List<OpenedRecord> current, Survivorship survivorship) {
    GoldenFields fields = new GoldenFields(survivorship);
    for (OpenedRecord opened : current) {
      int place = 0;
      for (PersonalValue value : opened.document().values()) {
        fields
            .candidates
            .computeIfAbsent(value.field(), _ -> new ArrayList<>())
            .add(new Candidate(opened.record(), value, place++));
      }
    }
    Map<PersonalField, SourceRecordId> winning = new HashMap<>();
    for (Pointer pointer : survivorship.winners(current)) {
      winning.put(pointer.field(), pointer.record());
      fields.rules.put(pointer.field(), pointer.rule());
    }
    fields.candidates.forEach((field, list) -> {
      list.sort(fields.order(field, winning.get(field)));
      Candidate first = list.getFirst();
      // Where a group wins together, a record outside the winning one has no say.
      if (first.record().id().equals(winning.get(field))
          || (first.doubtful() && !fields.decidedElsewhere(field, winning))) {
        fields.winners.put(field, first);
      }
    });
    return fields;
  }

  private boolean decidedElsewhere(
      PersonalField field, Map<PersonalField, SourceRecordId> winning) {
    return survivorship.together(field).fields().stream().anyMatch(winning::containsKey);
  }

  private Comparator<Candidate> order(PersonalField field, @Nullable SourceRecordId winning) {
    Comparator<SourceRecord> ranking = survivorship.ranking(field);
    return Comparator.comparing(Candidate::doubtful)
        .thenComparing(candidate -> !candidate.record().id().equals(winning))
        .thenComparing(Candidate::record, ranking)
        .thenComparingInt(Candidate::place);
  }

  /** The golden value of a field, absent when there is none. */
  public @Nullable String value(PersonalField field) {
    Candidate winner = winners.get(field);
    return winner == null ? null : winner.value().value();
  }

  /** The golden values that are not malformed. */
  public Map<PersonalField, String> sound() {
    Map<PersonalField, String> sound = new EnumMap<>(PersonalField.class);
    winners.forEach((field, winner) -> {
      if (!winner.doubtful()) {
        sound.put(field, winner.value().value());
      }
    });
    return sound;
  }

  /** Which fields have a golden value. */
  public FieldSet known() {
    return FieldSet.of(winners.keySet());
  }

  /** All golden fields as the mask shows them, in the order of the fields. */
  public List<GoldenField> shown(Mask mask) {
    List<GoldenField> shown = new ArrayList<>();
    winners.forEach((field, winner) -> shown.add(shown(field, winner, mask)));
    return shown;
  }

  private GoldenField shown(PersonalField field, Candidate winner, Mask mask) {
    int agreeing = 0;
    Candidate best = null;
    Map<String, Alternative> others = new LinkedHashMap<>();
    SourceRecordId counted = null;
    for (Candidate candidate : candidates.getOrDefault(field, List.of())) {
      if (same(candidate, winner)) {
        agreeing += candidate.record().id().equals(counted) ? 0 : 1;
        counted = candidate.record().id();
        continue;
      }
      best = best == null ? candidate : best;
      others.putIfAbsent(
          comparable(candidate),
          new Alternative(
              mask.show(field, candidate.value().value()),
              provenance(candidate.record()),
              candidate.doubtful()));
    }
    return new GoldenField(
        field,
        mask.show(field, winner.value().value()),
        provenance(winner.record()),
        rule(field, winner, best, agreeing),
        agreeing,
        List.copyOf(others.values()));
  }

  private WinningRule rule(
      PersonalField field, Candidate winner, @Nullable Candidate best, int agreeing) {
    if (winner.doubtful()) {
      return WinningRule.DOUBTFUL;
    }
    if (best == null || best.doubtful()) {
      return agreeing > 1 ? WinningRule.UNANIMOUS : WinningRule.ONLY_RECORD;
    }
    // Outranked and yet the winner: the other one was found mistyped.
    WinningRule found = rules.get(field);
    if (found != null && survivorship.ranking(field).compare(best.record(), winner.record()) < 0) {
      return found;
    }
    return survivorship.reason(field, winner.record(), best.record());
  }

  private static boolean same(Candidate a, Candidate b) {
    return comparable(a).equals(comparable(b));
  }

  private static String comparable(Candidate candidate) {
    return candidate.value().value().strip().toLowerCase(Locale.ROOT);
  }

  /** Where a record's values come from. */
  static Provenance provenance(SourceRecord record) {
    return new Provenance(
        record.id(),
        record.subject(),
        record.source(),
        record.channel(),
        record.party(),
        record.basis(),
        record.trust(),
        record.occurredAt());
  }

  @Override
  public String toString() {
    return "GoldenFields[•••]";
  }
}
