package io.cornerstore.identity.features;

import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the log says about one subject, as far as linkage can use it: the current version of each
 * item, and the events whose values are among the newest of their field. Immutable.
 *
 * <p>The order in which records are added does not matter. An event is forgotten once newer events
 * say all that it says; an item is remembered by its latest version, empty when it is gone.
 * Versions that came late change nothing.
 *
 * @param contributions newest first
 */
@Personal
public record SubjectFeatures(List<Contribution> contributions) {

  /** Nothing known. */
  public static final SubjectFeatures NONE = new SubjectFeatures(List.of());

  /** How many values of a repeatable field are kept. */
  static final int KEPT = 3;

  private static final Set<PersonalField> USED =
      EnumSet.of(
          PersonalField.NAME,
          PersonalField.GIVEN_NAME,
          PersonalField.ADDITIONAL_NAME,
          PersonalField.FAMILY_NAME,
          PersonalField.HONORIFIC_SUFFIX,
          PersonalField.BIRTH_DATE,
          PersonalField.SEX,
          PersonalField.EMAIL,
          PersonalField.PHONE,
          PersonalField.ORGANIZATION,
          PersonalField.STREET_ADDRESS,
          PersonalField.ADDRESS_LINE2,
          PersonalField.LOCALITY,
          PersonalField.REGION,
          PersonalField.POSTAL_CODE,
          PersonalField.COUNTRY,
          PersonalField.LOYALTY_CARD,
          PersonalField.EXTERNAL_ID);

  private static final Comparator<Contribution> NEWEST_FIRST =
      (a, b) -> a.isNewerThan(b) ? -1 : b.isNewerThan(a) ? 1 : 0;

  public SubjectFeatures {
    contributions = List.copyOf(contributions);
  }

  /** These features and what the record adds; the same object when it adds nothing. */
  public SubjectFeatures with(OpenedRecord opened) {
    SourceRecord record = opened.record();
    if (record.late()) {
      return this;
    }
    List<FieldValue> values = record.gone() ? List.of() : used(opened.document().values());
    Contribution added =
        new Contribution(
            record.item(), record.occurredAt().toEpochMilli(), record.id().value(), values);
    return added.item() == null ? withEvent(added) : withItem(added);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return contributions.stream().allMatch(contribution -> contribution.values().isEmpty());
  }

  private SubjectFeatures withItem(Contribution added) {
    Contribution present = null;
    for (Contribution contribution : contributions) {
      if (added.item() != null && added.item().equals(contribution.item())) {
        present = contribution;
      }
    }
    if (present == null ? added.values().isEmpty() : added.record() <= present.record()) {
      return this;
    }
    return replacing(present, added);
  }

  private SubjectFeatures withEvent(Contribution added) {
    if (added.values().isEmpty()) {
      return this;
    }
    Contribution present = null;
    for (Contribution contribution : contributions) {
      if (contribution.item() == null && contribution.values().equals(added.values())) {
        present = contribution;
      }
    }
    if (present != null && !added.isNewerThan(present)) {
      return this;
    }
    SubjectFeatures merged = replacing(present, added).withoutOutdatedEvents();
    return merged.equals(this) ? this : merged;
  }

  private SubjectFeatures replacing(@Nullable Contribution present, Contribution added) {
    List<Contribution> next = new ArrayList<>(contributions);
    if (present != null) {
      next.remove(present);
    }
    next.add(added);
    next.sort(NEWEST_FIRST);
    return new SubjectFeatures(next);
  }

  /* Only events push out events: an item may disappear and would take with it what replaced them. */
  private SubjectFeatures withoutOutdatedEvents() {
    FreshValues fresh = new FreshValues();
    List<Contribution> kept = new ArrayList<>(contributions.size());
    for (Contribution contribution : contributions) {
      if (contribution.item() != null || fresh.adds(contribution)) {
        kept.add(contribution);
      }
    }
    return kept.size() == contributions.size() ? this : new SubjectFeatures(kept);
  }

  private static List<FieldValue> used(List<PersonalValue> values) {
    List<FieldValue> used = new ArrayList<>(values.size());
    for (PersonalValue value : values) {
      if (value.quality() != Quality.DOUBTFUL
          && USED.contains(value.field())
          && !value.value().isBlank()) {
        used.add(new FieldValue(value.field(), value.value()));
      }
    }
    return used;
  }

  @Override
  public String toString() {
    return "SubjectFeatures[•••]";
  }
}
