package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Person.Contacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Writes down a person the way one source does: with its gaps, its slips and its ways of taking
 * things in.
 */
final class Clerk {

  /** How words reach the record. */
  enum Sense {
    TYPED,
    HEARD,
    READ
  }

  private static final Map<String, List<String>> NICKNAMES = NameList.nicknames();

  private final Gaps gaps;
  private final Slips slips;
  private final Sense sense;
  private final Businesses businesses;

  Clerk(Gaps gaps, Slips slips, Sense sense, Businesses businesses) {
    this.gaps = gaps;
    this.slips = slips;
    this.sense = sense;
    this.businesses = businesses;
  }

  /** Takes everything down afresh. */
  Appearance take(Person person, LocalDate day, Dice dice) {
    Person.Called called = person.called();
    String given = given(called.given(), dice);
    String family = dice.chance(gaps.family()) ? family(person, day, dice) : "";
    String middle = dice.chance(gaps.middle()) ? middle(called.middle(), dice) : "";
    if (!family.isEmpty() && dice.chance(slips.swap())) {
      String first = given;
      given = family;
      family = first;
    }
    boolean ofAge = person.born().isBefore(day);
    return new Appearance(
        given,
        middle,
        family,
        dice.chance(gaps.suffix()) ? called.suffix() : "",
        ofAge && dice.chance(gaps.born()) ? born(person.born(), dice) : "",
        dice.chance(gaps.sex()) ? person.sex().letter() : "",
        dice.chance(gaps.email()) ? email(person.contacts(), dice) : "",
        dice.chance(gaps.phone()) ? phone(person, dice) : "",
        dice.chance(gaps.address()) ? address(person, day, dice) : Appearance.NOWHERE,
        "");
  }

  private String slip(String text, Dice dice) {
    return switch (sense) {
      case TYPED -> Errors.typed(text, dice);
      case HEARD -> dice.chance(0.8) ? Errors.heard(text, dice) : Errors.typed(text, dice);
      case READ -> dice.chance(0.7) ? Errors.seen(text, dice) : Errors.typed(text, dice);
    };
  }

  private String maybeSlip(String text, Dice dice) {
    if (text.isEmpty() || !dice.chance(slips.typo())) {
      return text;
    }
    String once = slip(text, dice);
    return dice.chance(0.2) ? slip(once, dice) : once;
  }

  private String given(String name, Dice dice) {
    if (dice.chance(slips.initial())) {
      return dice.chance(0.5) ? name.charAt(0) + "." : name.substring(0, 1);
    }
    List<String> shorter = NICKNAMES.getOrDefault(name, List.of());
    if (!shorter.isEmpty() && dice.chance(slips.nickname())) {
      return dice.pick(shorter);
    }
    return maybeSlip(dice.chance(0.3) ? Emails.ascii(name) : name, dice);
  }

  /** People with one name put it twice, or a dash, or leave the box empty. */
  private String family(Person person, LocalDate day, Dice dice) {
    Person.Called called = person.called();
    String name =
        !called.former().isEmpty() && dice.chance(slips.former())
            ? called.former()
            : called.familyOn(day);
    if (name.isEmpty()) {
      return switch (dice.weighted(45, 35, 20)) {
        case 0 -> "";
        case 1 -> called.given();
        default -> "-";
      };
    }
    int space = name.indexOf(' ');
    if (space > 0 && dice.chance(0.45)) {
      name = dice.chance(0.8) ? name.substring(0, space) : name.replace(' ', '-');
    }
    return maybeSlip(dice.chance(0.3) ? Emails.ascii(name) : name, dice);
  }

  private static String middle(String name, Dice dice) {
    return name.isEmpty() || dice.chance(0.4) ? name : name.substring(0, 1);
  }

  private String born(LocalDate born, Dice dice) {
    return (dice.chance(slips.birth()) ? Errors.day(born, dice) : born).toString();
  }

  private String email(Contacts contacts, Dice dice) {
    String chosen = emailOf(contacts, dice);
    return dice.chance(slips.contact()) ? Errors.email(chosen, dice) : chosen;
  }

  private String emailOf(Contacts contacts, Dice dice) {
    boolean others = dice.chance(contacts.dependent() ? 0.75 : slips.shared());
    if (others || contacts.emails().isEmpty()) {
      String home = contacts.homeEmail();
      String relative = contacts.relativeEmail();
      if (!home.isEmpty() && (relative.isEmpty() || dice.chance(0.6))) {
        return home;
      }
      if (!relative.isEmpty()) {
        return relative;
      }
    }
    return several(contacts.emails(), dice);
  }

  private static String several(List<String> values, Dice dice) {
    if (values.isEmpty()) {
      return "";
    }
    return values.size() == 1 || dice.chance(0.75) ? values.getFirst() : dice.pick(values);
  }

  private String phone(Person person, Dice dice) {
    String chosen = phoneOf(person, dice);
    return dice.chance(slips.contact()) ? Errors.digits(chosen, dice) : chosen;
  }

  private String phoneOf(Person person, Dice dice) {
    Contacts contacts = person.contacts();
    boolean others = dice.chance(contacts.dependent() ? 0.75 : slips.shared());
    if (others || contacts.mobiles().isEmpty()) {
      if (person.employer() >= 0 && dice.chance(0.22)) {
        return businesses.at(person.employer()).switchboard();
      }
      if (!contacts.landline().isEmpty() && dice.chance(0.75)) {
        return contacts.landline();
      }
      if (!contacts.relativeMobile().isEmpty()) {
        return contacts.relativeMobile();
      }
    }
    return several(contacts.mobiles(), dice);
  }

  /** The address the person gives on that day, as it is written down here. */
  Dwelling address(Person person, LocalDate day, Dice dice) {
    Person.Residence residence = person.residence();
    Dwelling home = dice.chance(slips.former() * 1.5) ? residence.before() : residence.on(day);
    String street = maybeSlip(Streets.written(home.street(), dice), dice);
    String unit = Streets.unit(home.unit(), dice);
    if (!unit.isEmpty() && dice.chance(0.35)) {
      street = street + ' ' + unit;
      unit = "";
    }
    String city = maybeSlip(home.city(), dice);
    String postcode =
        dice.chance(0.05)
            ? ""
            : dice.chance(slips.typo() / 2)
                ? Errors.digits(home.postcode(), dice)
                : home.postcode();
    return new Dwelling(street, unit, city, home.state(), postcode);
  }
}
