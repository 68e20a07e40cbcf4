package io.cornerstore.sampletown;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.sampletown.Household.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final int PEOPLE = 20_000;
  private static final List<Household> HOUSEHOLDS = new ArrayList<>();
  private static final List<Person> ALL = new ArrayList<>();

  @BeforeAll
  static void meetThem() {
    Town.of(TownSettings.of(9, PEOPLE)).forEachHousehold(HOUSEHOLDS::add);
    HOUSEHOLDS.forEach(household -> ALL.addAll(household.people()));
  }

  private static double share(long count) {
    return count / (double) PEOPLE;
  }

  @Test
  void people_numbers_runFromZeroWithoutGaps() {
    assertThat(ALL).hasSize(PEOPLE);
    for (int i = 0; i < PEOPLE; i++) {
      assertThat(ALL.get(i).id()).isEqualTo(i);
    }
  }

  @Test
  void households_everyKind_isThere() {
    Map<Kind, Integer> kinds = new HashMap<>();
    HOUSEHOLDS.forEach(household -> kinds.merge(household.kind(), 1, Integer::sum));
    assertThat(kinds).hasSize(Kind.values().length);
    assertThat(kinds.get(Kind.FAMILY)).isGreaterThan(HOUSEHOLDS.size() / 5);
  }

  @Test
  void twins_bornOnOneDayUnderOneRoof_areThere() {
    long twins = 0;
    for (Household household : HOUSEHOLDS) {
      Set<String> born = new HashSet<>();
      twins +=
          household.people().stream()
              .filter(p -> !born.add(p.born() + p.called().family()))
              .count();
    }
    assertThat(share(twins)).isBetween(0.004, 0.03);
  }

  @Test
  void juniors_calledLikeAnotherAtHome_areThere() {
    long juniors = 0;
    for (Household household : HOUSEHOLDS) {
      Set<String> names = new HashSet<>();
      juniors +=
          household.people().stream()
              .filter(p -> !names.add(p.called().given() + '|' + p.called().family()))
              .count();
    }
    assertThat(share(juniors)).isBetween(0.0005, 0.02);
  }

  @Test
  void moversAndMarried_ofTheHistory_areThere() {
    assertThat(share(ALL.stream().filter(p -> p.residence().moved()).count())).isBetween(0.15, 0.4);
    long married =
        ALL.stream()
            .filter(p -> !p.called().former().isEmpty())
            .filter(p -> p.called().marriedOn().getYear() >= 2025)
            .count();
    assertThat(share(married)).isBetween(0.005, 0.05);
  }

  @Test
  void names_withOneOnly_areThere() {
    long single = ALL.stream().filter(p -> p.called().family().isEmpty()).count();
    assertThat(share(single)).isBetween(0.01, 0.06);
  }

  @Test
  void mobiles_ofDifferentPeople_areDifferent() {
    Set<String> seen = new HashSet<>();
    for (Person person : ALL) {
      person.contacts().mobiles().forEach(mobile -> assertThat(seen.add(mobile)).isTrue());
    }
  }

  @Test
  void emails_ofDifferentPeople_areNearlyAlwaysDifferent() {
    Set<String> seen = new HashSet<>();
    long twice = 0;
    for (Person person : ALL) {
      twice += new HashSet<>(person.contacts().emails()).stream().filter(e -> !seen.add(e)).count();
    }
    assertThat(share(twice)).isLessThan(0.001);
  }

  @Test
  void offices_someEmployers_haveManyPeople() {
    Map<Integer, Integer> staff = new HashMap<>();
    ALL.stream()
        .filter(p -> p.employer() >= 0)
        .forEach(p -> staff.merge(p.employer(), 1, Integer::sum));
    assertThat(staff.values()).anyMatch(count -> count > 200);
  }

  @Test
  void familyNames_ofAMillion_areTensOfThousandsAndSkewed() {
    Names names = new Names(4);
    Dice dice = Dice.of(4, 4, 4);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 1_000_000; i++) {
      counts.merge(names.family(names.culture(dice), dice), 1, Integer::sum);
    }
    assertThat(counts.size()).isGreaterThan(30_000);
    int top = counts.values().stream().max(Integer::compare).orElseThrow();
    assertThat(top).isBetween(6_000, 40_000);
    long once = counts.values().stream().filter(count -> count == 1).count();
    assertThat(once).isGreaterThan(counts.size() / 5);
  }

  @Test
  void person_printed_tellsNoName() {
    Person person = ALL.getFirst();
    assertThat(person.toString()).isEqualTo("Person[0]");
    assertThat(person.called() + " " + person.contacts() + person.residence())
        .doesNotContain(person.called().given());
  }
}
