package io.cornerstore.sampletown;

import java.util.List;

/** The businesses of the town, each a function of its number. A few employ many people. */
final class Businesses {

  private static final List<String> TRADES =
      List.of(
          "Plumbing",
          "Roofing",
          "Bakery",
          "Dental",
          "Logistics",
          "Hardware",
          "Catering",
          "Insurance",
          "Printing",
          "Nursery",
          "Electric",
          "Cleaning",
          "Motors",
          "Accounting",
          "Landscaping",
          "Pharmacy",
          "Fitness",
          "Daycare",
          "Consulting",
          "Brewing",
          "Textiles",
          "Machine Works",
          "Veterinary Clinic",
          "Travel",
          "Books");
  private static final List<String> FORMS = List.of("Inc.", "LLC", "Co.", "& Sons", "Group", "");

  private final long seed;
  private final int count;
  private final Names names;
  private final Homes homes;
  private final Numbers numbers;

  Businesses(long seed, int count, Names names, Homes homes, Numbers numbers) {
    this.seed = seed;
    this.count = count;
    this.names = names;
    this.homes = homes;
    this.numbers = numbers;
  }

  int count() {
    return count;
  }

  /** The number of somebody's employer: the smaller the number, the more employees. */
  int employer(Dice dice) {
    double u = dice.unit();
    return (int) (count * u * u * u);
  }

  Business at(int number) {
    Dice dice = Dice.of(seed, 0x42555349L, number);
    String family = names.family(names.culture(dice), dice);
    String trade = dice.pick(TRADES);
    String form = dice.pick(FORMS);
    String name = (family + ' ' + trade + ' ' + form).strip();
    String domain = Emails.plain(family) + '-' + Emails.plain(trade) + number + ".example";
    Dwelling address = homes.at(dice.below(homes.size()));
    return new Business(number, name, domain, numbers.switchboard(number), address);
  }
}
