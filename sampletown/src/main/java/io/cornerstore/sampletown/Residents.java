package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Household.Kind;
import io.cornerstore.sampletown.Person.Contacts;
import io.cornerstore.sampletown.Person.Habits;
import io.cornerstore.sampletown.Person.Residence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Gives the people of a household a home, telephones, e-mail, work and habits. */
final class Residents {

  private final TownSettings settings;
  private final Homes homes;
  private final Numbers numbers;
  private final Emails emails;
  private final Businesses businesses;

  Residents(
      TownSettings settings, Homes homes, Numbers numbers, Emails emails, Businesses businesses) {
    this.settings = settings;
    this.homes = homes;
    this.numbers = numbers;
    this.emails = emails;
    this.businesses = businesses;
  }

  Household settle(int number, Kind kind, List<Draft> drafts, Dice dice) {
    Residence residence = residence(number, dice);
    boolean family = kind != Kind.SINGLE && kind != Kind.ROOMMATES;
    String landline =
        kind != Kind.ROOMMATES && dice.chance(family ? 0.55 : 0.25) ? numbers.landline(number) : "";
    String shared =
        family && dice.chance(0.35) ? emails.shared(drafts.getFirst().family, number, dice) : "";
    for (Draft draft : drafts) {
      equip(draft, dice);
    }
    List<Person> people =
        drafts.stream()
            .map(draft -> person(draft, residenceOf(kind, residence, dice), landline, shared, dice))
            .toList();
    return new Household(number, kind, people);
  }

  private Residence residence(int number, Dice dice) {
    Dwelling now = homes.at(number % homes.size());
    if (!dice.chance(0.24)) {
      return new Residence(now, now, LocalDate.MIN);
    }
    return new Residence(now, homes.at(dice.below(homes.size())), someDay(dice));
  }

  /** Roommates came from different places. */
  private Residence residenceOf(Kind kind, Residence common, Dice dice) {
    if (kind != Kind.ROOMMATES || !dice.chance(0.5)) {
      return common;
    }
    return new Residence(common.now(), homes.at(dice.below(homes.size())), someDay(dice));
  }

  private LocalDate someDay(Dice dice) {
    int days = (int) settings.from().until(settings.until(), ChronoUnit.DAYS);
    return settings.from().plusDays(dice.below(days));
  }

  private void equip(Draft draft, Dice dice) {
    int age = draft.age(settings.until());
    double online = age < 12 ? 0 : age < 16 ? 0.6 : age > 74 ? 0.55 : 0.95;
    if (dice.chance(online)) {
      int born = draft.born.getYear();
      int count = 1 + dice.weighted(70, 24, 6);
      for (int i = 0; i < count; i++) {
        String family = i > 0 && !draft.former.isEmpty() ? draft.former : draft.family;
        String last = family.isEmpty() ? draft.given : family;
        draft.emails.add(emails.own(draft.given, last, born, draft.id, dice));
      }
    }
    if (dice.chance(age < 12 ? 0.1 : age > 78 ? 0.6 : 0.95)) {
      draft.mobiles.add(numbers.mobile(draft.id, 0));
      if (age > 19 && dice.chance(0.25)) {
        draft.mobiles.add(numbers.mobile(draft.id, 1));
      }
    }
  }

  private Person person(
      Draft draft, Residence residence, String landline, String shared, Dice dice) {
    int age = draft.age(settings.until());
    boolean works = age >= 20 && age <= 66 && dice.chance(0.72);
    Contacts contacts =
        new Contacts(
            List.copyOf(draft.emails),
            List.copyOf(draft.mobiles),
            shared,
            landline,
            draft.relativeEmail(),
            draft.relativeMobile(),
            draft.dependent);
    double childish = age < 12 ? 0.12 : age < 18 ? 0.5 : 1;
    Habits habits =
        new Habits(
            childish * Math.exp(0.7 * dice.bell() - 0.245),
            !works && age > 18,
            Math.clamp(Math.round((works ? 17 : 12) + 2.5 * dice.bell()), 8, 22),
            Math.clamp((age > 60 ? 0.2 : 0.42) + 0.2 * dice.bell(), 0.02, 0.9),
            dice.next());
    return new Person(
        draft.id,
        draft.sex,
        draft.called(),
        draft.born,
        draft.lastDay,
        contacts,
        residence,
        works ? businesses.employer(dice) : -1,
        habits);
  }
}
