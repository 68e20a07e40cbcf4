package io.cornerstore.sampletown;

import java.util.List;

/**
 * Draws names as skewed as real ones: list names by Zipf's law, and for about a third of families
 * and a tenth of given names one of a very long tail built from syllables, where the draw of the
 * rank has a Pareto tail. A million people bear tens of thousands of family names.
 */
final class Names {

  private static final double FAMILY_TAIL = 0.34;
  private static final double GIVEN_TAIL = 0.08;

  private final long seed;
  private final List<NameList> lists = NameList.all();
  private final double[] shares = lists.stream().mapToDouble(NameList::share).toArray();
  private final Zipf[] families = zipfs(NameList::family, 0.75);
  private final Zipf[] females = zipfs(NameList::female, 0.7);
  private final Zipf[] males = zipfs(NameList::male, 0.7);

  Names(long seed) {
    this.seed = seed;
  }

  private Zipf[] zipfs(java.util.function.Function<NameList, List<String>> part, double exponent) {
    return lists.stream()
        .map(list -> new Zipf(part.apply(list).size(), exponent, 2))
        .toArray(Zipf[]::new);
  }

  /** A culture's number, by its share of the town. */
  int culture(Dice dice) {
    return dice.weighted(shares);
  }

  boolean hispanic(int culture) {
    return lists.get(culture).culture().equals("hispanic");
  }

  /** Whether this person has one name only. */
  boolean single(int culture, Dice dice) {
    return dice.chance(lists.get(culture).single());
  }

  String family(int culture, Dice dice) {
    NameList list = lists.get(culture);
    if (dice.chance(FAMILY_TAIL)) {
      return built(culture, dice, 0.38);
    }
    String name = list.family().get(families[culture].draw(dice));
    if (hispanic(culture) && dice.chance(0.3)) {
      return name + ' ' + list.family().get(families[culture].draw(dice));
    }
    return name;
  }

  String given(int culture, Sex sex, Dice dice) {
    if (dice.chance(GIVEN_TAIL)) {
      String name = built(culture, dice, 0.8);
      return sex == Sex.FEMALE && !name.endsWith("a") ? name + 'a' : name;
    }
    NameList list = lists.get(culture);
    return sex == Sex.FEMALE
        ? list.female().get(females[culture].draw(dice))
        : list.male().get(males[culture].draw(dice));
  }

  /** Another given name that starts with the same letter where there is one, as twins often get. */
  String similar(String given, int culture, Sex sex, Dice dice) {
    for (int i = 0; i < 30; i++) {
      String other = given(culture, sex, dice);
      if (!other.equals(given) && other.charAt(0) == given.charAt(0)) {
        return other;
      }
    }
    return given(culture, sex, dice);
  }

  private String built(int culture, Dice dice, double tail) {
    double rank = 8 * (Math.pow(1 - dice.unit(), -1 / tail) - 1);
    Dice parts = Dice.of(seed, 0x4E414D45L + culture, (long) Math.min(rank, 1e15));
    NameList list = lists.get(culture);
    StringBuilder name = new StringBuilder(parts.pick(list.start()));
    int middles = parts.weighted(0.5, 0.38, 0.12);
    for (int i = 0; i < middles; i++) {
      name.append(parts.pick(list.middle()));
    }
    return name.append(parts.pick(list.end())).toString();
  }
}
