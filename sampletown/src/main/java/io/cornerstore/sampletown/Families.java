package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Household.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts households together: who lives with whom, who is called after whom, who married when. Each
 * household is a function of the seed, its number and the first free person number.
 */
final class Families {

  private static final double TWINS = 0.07;
  private static final double NAMESAKES = 0.03;

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final TownSettings settings;
  private final Names names;
  private final Residents residents;

  Families(TownSettings settings, Names names, Residents residents) {
    this.settings = settings;
    this.names = names;
    this.residents = residents;
  }

  /** The household with this number; its people are numbered from {@code first}. */
  Household at(int number, int first) {
    Dice dice = Dice.of(settings.seed(), 0x46414D49L, number);
    Kind kind = KINDS.get(dice.weighted(29, 22, 27, 7, 8, 4, 3));
    List<Draft> drafts = new ArrayList<>();
    int culture = names.culture(dice);
    switch (kind) {
      case SINGLE -> drafts.add(adult(first, culture, ageOf(dice, 20, 88), dice));
      case ROOMMATES -> roommates(drafts, first, dice);
      case COUPLE -> couple(drafts, first, culture, ageOf(dice, 22, 84), dice);
      case WIDOWED -> widowed(drafts, first, culture, dice);
      case SINGLE_PARENT -> {
        drafts.add(adult(first, culture, ageOf(dice, 28, 52), dice));
        children(drafts, dice.between(1, 2), dice);
      }
      case FAMILY -> {
        couple(drafts, first, culture, ageOf(dice, 32, 58), dice);
        children(drafts, dice.weighted(35, 45, 20) + 1, dice);
      }
      case THREE_GENERATIONS -> {
        couple(drafts, first, culture, ageOf(dice, 34, 50), dice);
        children(drafts, dice.between(1, 2), dice);
        grandparent(drafts, dice);
      }
    }
    return residents.settle(number, kind, drafts, dice);
  }

  private static int ageOf(Dice dice, int low, int high) {
    return low + (int) ((high - low) * (dice.unit() + dice.unit()) / 2);
  }

  private LocalDate bornAt(int age, Dice dice) {
    return settings.until().minusYears(age).minusDays(1 + dice.below(365));
  }

  private Draft adult(int id, int culture, int age, Dice dice) {
    Sex sex = dice.chance(0.51) ? Sex.FEMALE : Sex.MALE;
    Draft draft = named(new Draft(id, culture, sex, bornAt(age, dice)), dice);
    if (!names.single(culture, dice)) {
      draft.family = names.family(culture, dice);
    }
    return draft;
  }

  private Draft named(Draft draft, Dice dice) {
    draft.given = names.given(draft.culture, draft.sex, dice);
    if (dice.chance(0.55)) {
      draft.middle = names.given(draft.culture, draft.sex, dice);
    }
    return draft;
  }

  private void roommates(List<Draft> drafts, int first, Dice dice) {
    int count = dice.between(2, 4);
    for (int i = 0; i < count; i++) {
      drafts.add(adult(first + i, names.culture(dice), dice.between(19, 33), dice));
    }
  }

  private void couple(List<Draft> drafts, int first, int culture, int age, Dice dice) {
    Draft one = adult(first, culture, age, dice);
    int other = dice.chance(0.85) ? culture : names.culture(dice);
    Sex sex = dice.chance(0.96) ? opposite(one.sex) : one.sex;
    int gap = (int) Math.round(dice.bell() * 3);
    Draft two =
        named(new Draft(first + 1, other, sex, bornAt(Math.max(20, age + gap), dice)), dice);
    two.family = names.single(other, dice) ? "" : names.family(other, dice);
    one.relative = two;
    two.relative = one;
    marry(one, two, dice);
    drafts.add(one);
    drafts.add(two);
  }

  /** Three of four wives take the name; one in eight couples marries within the history. */
  private void marry(Draft one, Draft two, Dice dice) {
    boolean hispanic = names.hispanic(one.culture);
    if (one.family.isEmpty() || two.family.isEmpty() || !dice.chance(hispanic ? 0.2 : 0.76)) {
      return;
    }
    Draft taker = one.sex == Sex.FEMALE ? one : two;
    Draft giver = taker == one ? two : one;
    taker.former = taker.family;
    taker.family = giver.family;
    int days = (int) settings.from().until(settings.until(), java.time.temporal.ChronoUnit.DAYS);
    taker.marriedOn =
        dice.chance(0.14)
            ? settings.from().plusDays(dice.below(days))
            : settings.from().minusDays(dice.between(100, 6_000));
  }

  private void widowed(List<Draft> drafts, int first, int culture, Dice dice) {
    couple(drafts, first, culture, dice.between(66, 86), dice);
    Draft gone = drafts.get(dice.below(2));
    int days = (int) settings.from().until(settings.until(), java.time.temporal.ChronoUnit.DAYS);
    gone.lastDay = settings.from().plusDays(days / 4 + dice.below(days / 2));
    Draft left = gone == drafts.get(0) ? drafts.get(1) : drafts.get(0);
    left.dependent = dice.chance(0.7);
  }

  private void children(List<Draft> drafts, int count, Dice dice) {
    Draft parent = drafts.getFirst();
    Draft father = drafts.stream().filter(d -> d.sex == Sex.MALE).findFirst().orElse(parent);
    String family = father.family.isEmpty() ? parent.family : father.family;
    int oldest = Math.clamp(parent.age(settings.until()) - 24 - dice.below(8), 7, 27);
    boolean namesake = father.sex == Sex.MALE && dice.chance(NAMESAKES);
    LocalDate born = bornAt(oldest, dice);
    for (int i = 0; i < count; i++) {
      boolean twin = i > 0 && dice.chance(i == 1 ? TWINS * 2 : TWINS);
      born = twin || i == 0 ? born : born.plusDays(dice.between(400, 1_500));
      Draft child = child(drafts, parent, twin, born, dice);
      child.family = family;
      if (namesake && child.sex == Sex.MALE) {
        call(child, father, dice);
        namesake = false;
      }
      drafts.add(child);
    }
  }

  private Draft child(List<Draft> drafts, Draft parent, boolean twin, LocalDate born, Dice dice) {
    Sex sex = dice.chance(0.5) ? Sex.FEMALE : Sex.MALE;
    Draft sibling = drafts.getLast();
    if (twin && dice.chance(0.7)) {
      sex = sibling.sex;
    }
    int id = parent.id + drafts.size();
    Draft child = named(new Draft(id, parent.culture, sex, born), dice);
    if (twin && sex == sibling.sex && dice.chance(0.6)) {
      child.given = names.similar(sibling.given, parent.culture, sex, dice);
    }
    while (drafts.stream().anyMatch(other -> other.given.equals(child.given))) {
      child.given = names.given(parent.culture, sex, dice) + (dice.chance(0.2) ? "a" : "");
    }
    child.relative = parent;
    child.dependent = child.age(settings.until()) < 18;
    return child;
  }

  /** A son called exactly like his father. */
  private static void call(Draft son, Draft father, Dice dice) {
    son.given = father.given;
    son.middle = father.middle;
    boolean third = father.suffix.equals("Jr.");
    son.suffix = third ? "III" : "Jr.";
    if (!third && dice.chance(0.8)) {
      father.suffix = "Sr.";
    }
  }

  private void grandparent(List<Draft> drafts, Dice dice) {
    Draft child = drafts.get(dice.below(2));
    int age = child.age(settings.until()) + dice.between(21, 33);
    Draft old = adult(drafts.getFirst().id + drafts.size(), child.culture, age, dice);
    String family = child.former.isEmpty() ? child.family : child.former;
    old.family = family;
    old.relative = child;
    if (old.sex == child.sex && child.suffix.isEmpty() && dice.chance(0.25)) {
      old.given = child.given;
      child.suffix = child.sex == Sex.MALE ? "Jr." : "";
    }
    drafts.add(old);
  }

  private static Sex opposite(Sex sex) {
    return sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
  }
}
