package io.cornerstore.sampletown;

import java.util.List;
import java.util.function.Consumer;

/**
 * A made-up town. It holds only what is common to everybody; its people are made one household
 * after the other whenever they are asked for, always the same, so a town of millions takes no more
 * memory than one of ten. Immutable, for any thread.
 */
public final class Town {

  private final TownSettings settings;
  private final Homes homes;
  private final Businesses businesses;
  private final Families families;
  private final Catalog catalog;
  private final Stores stores;

  private Town(TownSettings settings) {
    long seed = settings.seed();
    int people = settings.people();
    int count = Math.max(3, people / 60);
    this.settings = settings;
    Names names = new Names(seed);
    this.homes = new Homes(seed, Math.max(4, people / 2));
    Numbers numbers = new Numbers(seed, people, count);
    this.businesses = new Businesses(seed, count, names, homes, numbers);
    Residents residents =
        new Residents(settings, homes, numbers, new Emails(seed, people), businesses);
    this.families = new Families(settings, names, residents);
    this.catalog = new Catalog(seed, settings.products());
    this.stores = new Stores(people);
  }

  /** The town these settings make. */
  public static Town of(TownSettings settings) {
    return new Town(settings);
  }

  /** What the town was made from. */
  public TownSettings settings() {
    return settings;
  }

  /** Every household in the order of its number, until the town is full. */
  void forEachHousehold(Consumer<Household> to) {
    int person = 0;
    for (int number = 0; person < settings.people(); number++) {
      Household household = families.at(number, person);
      int left = settings.people() - person;
      if (household.people().size() > left) {
        List<Person> some = household.people().subList(0, left);
        household = new Household(household.id(), household.kind(), some);
      }
      person += household.people().size();
      to.accept(household);
    }
  }

  Businesses businesses() {
    return businesses;
  }

  Catalog catalog() {
    return catalog;
  }

  Stores stores() {
    return stores;
  }
}
