package io.cornerstore.profile.counter;

import static io.cornerstore.kernel.PersonalField.ADDITIONAL_NAME;
import static io.cornerstore.kernel.PersonalField.ADDRESS_LINE2;
import static io.cornerstore.kernel.PersonalField.FAMILY_NAME;
import static io.cornerstore.kernel.PersonalField.GIVEN_NAME;
import static io.cornerstore.kernel.PersonalField.NAME;
import static io.cornerstore.kernel.PersonalField.STREET_ADDRESS;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.Refused;
import io.cornerstore.intake.Statements;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.StatementRefused;
import io.cornerstore.profile.StatementRefused.Fault;
import io.cornerstore.profile.survivorship.Survivorship;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what was said and makes of it what is written down. */
final class StatedValues {

  private static final Set<PersonalField> PARTS_OF_A_NAME =
      Set.of(GIVEN_NAME, ADDITIONAL_NAME, FAMILY_NAME);

  private final Statements statements;
  private final Survivorship survivorship;

  StatedValues(Statements statements, Survivorship survivorship) {
    this.statements = statements;
    this.survivorship = survivorship;
  }

  /**
   * Values to be written down, as they were said, and the normal forms of those that were said.
   *
   * @param country where numbers without a country are
   */
  @Personal
  record Checked(
      List<GivenValue> values,
      FieldSet fields,
      @Nullable String country,
      Map<PersonalField, String> normal) {

    @Override
    public String toString() {
      return "Checked[" + fields + "]";
    }
  }

  /** What to write of a new customer; throws {@link StatementRefused} with every fault. */
  Checked newcomer(CustomerKind kind, Map<PersonalField, String> said) {
    Map<PersonalField, String> given = given(said);
    List<Fault> faults = new ArrayList<>();
    Map<PersonalField, String> normal = check(kind, given, country(given, Map.of()), faults);
    boolean named =
        kind == CustomerKind.ORGANIZATION
            ? given.containsKey(PersonalField.ORGANIZATION)
            : given.containsKey(GIVEN_NAME) || given.containsKey(FAMILY_NAME);
    if (!named) {
      PersonalField first =
          kind == CustomerKind.ORGANIZATION ? PersonalField.ORGANIZATION : FAMILY_NAME;
      faults.add(Fault.of(first.token(), "missing"));
    }
    return checked(given, country(given, Map.of()), normal, faults);
  }

  /**
   * What to write of a correction; throws {@link StatementRefused} with every fault.
   *
   * @param golden the values as they stand
   */
  Checked correction(
      CustomerKind kind, Map<PersonalField, String> said, Map<PersonalField, String> golden) {
    Map<PersonalField, String> changed = changed(said, golden);
    List<Fault> faults = new ArrayList<>();
    if (changed.isEmpty()) {
      faults.add(Fault.of("", "unchanged"));
    }
    String country = country(given(changed), golden);
    Map<PersonalField, String> normal = check(kind, given(changed), country, faults);
    Map<PersonalField, String> whole = new EnumMap<>(given(changed));
    for (PersonalField field : changed.keySet()) {
      for (PersonalField other : survivorship.together(field).fields()) {
        String stands = golden.get(other);
        if (stands != null && !changed.containsKey(other) && !isOutdated(other, changed)) {
          whole.put(other, stands);
        }
      }
    }
    if (whole.isEmpty() && faults.isEmpty()) {
      faults.add(Fault.of(changed.keySet().iterator().next().token(), "missing"));
    }
    return checked(whole, country, normal, faults);
  }

  /** Faults of a note. */
  void checkNote(String text) {
    List<Fault> faults = new ArrayList<>();
    if (text.isBlank()) {
      faults.add(Fault.of("note", "missing"));
    } else if (text.length() > Counter.LONGEST_NOTE) {
      faults.add(Fault.of("note", "too-long"));
    }
    statements.refused(text).forEach(found -> faults.add(fault("note", found)));
    if (!faults.isEmpty()) {
      throw new StatementRefused(faults);
    }
  }

  private static Checked checked(
      Map<PersonalField, String> whole,
      @Nullable String country,
      Map<PersonalField, String> normal,
      List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new StatementRefused(faults);
    }
    List<GivenValue> values =
        whole.entrySet().stream()
            .map(each -> new GivenValue(each.getKey(), each.getValue()))
            .toList();
    return new Checked(values, FieldSet.of(whole.keySet()), country, normal);
  }

  /* The whole group of a field counts as said once one of its fields differs. */
  private Map<PersonalField, String> changed(
      Map<PersonalField, String> said, Map<PersonalField, String> golden) {
    Map<PersonalField, String> changed = new EnumMap<>(PersonalField.class);
    said.forEach((field, text) -> {
      boolean differs =
          survivorship.together(field).fields().stream()
              .filter(said::containsKey)
              .anyMatch(
                  one -> !said.getOrDefault(one, "").strip().equals(golden.getOrDefault(one, "")));
      if (differs) {
        changed.put(field, text.strip());
      }
    });
    return changed;
  }

  private static Map<PersonalField, String> given(Map<PersonalField, String> said) {
    Map<PersonalField, String> given = new EnumMap<>(PersonalField.class);
    said.forEach((field, text) -> {
      if (!text.isBlank()) {
        given.put(field, text.strip());
      }
    });
    return given;
  }

  /* A whole name in one piece contradicts new parts; a flat's number does not move house. */
  private static boolean isOutdated(PersonalField field, Map<PersonalField, String> changed) {
    if (field == NAME) {
      return changed.keySet().stream().anyMatch(PARTS_OF_A_NAME::contains);
    }
    return field == ADDRESS_LINE2 && changed.containsKey(STREET_ADDRESS);
  }

  private @Nullable String country(
      Map<PersonalField, String> given, Map<PersonalField, String> golden) {
    String said = given.get(PersonalField.COUNTRY);
    if (said != null) {
      return said.length() == 2 ? said : null;
    }
    String stands = golden.get(PersonalField.COUNTRY);
    return stands != null ? stands : statements.findCountry().orElse(null);
  }

  private Map<PersonalField, String> check(
      CustomerKind kind,
      Map<PersonalField, String> given,
      @Nullable String country,
      List<Fault> faults) {
    Map<PersonalField, String> normal = new EnumMap<>(PersonalField.class);
    given.forEach((field, text) -> {
      String token = field.token();
      if (!Counter.fields(kind).contains(field)) {
        faults.add(Fault.of(token, "not-stated"));
        return;
      }
      if (text.length() > Counter.LONGEST_VALUE) {
        faults.add(Fault.of(token, "too-long"));
        return;
      }
      List<Refused> refused = statements.refused(field, text);
      refused.forEach(found -> faults.add(fault(token, found)));
      if (refused.isEmpty()) {
        String value = normal(field, text, given, country);
        if (value == null) {
          faults.add(Fault.of(token, "malformed"));
        } else {
          normal.put(field, value);
        }
      }
    });
    return normal;
  }

  private @Nullable String normal(
      PersonalField field,
      String text,
      Map<PersonalField, String> given,
      @Nullable String country) {
    List<GivenValue> asked = new ArrayList<>();
    asked.add(new GivenValue(field, text));
    String said = given.get(PersonalField.COUNTRY);
    if (said != null && field != PersonalField.COUNTRY) {
      asked.add(new GivenValue(PersonalField.COUNTRY, said));
    }
    return statements.normal(asked, country).stream()
        .filter(value -> value.field() == field && value.quality() != Quality.DOUBTFUL)
        .map(PersonalValue::value)
        .findFirst()
        .orElse(null);
  }

  private static Fault fault(String field, Refused found) {
    return new Fault(field, found.kind(), found.start(), found.end());
  }
}
