package io.cornerstore.sampletown;

import java.util.ArrayList;
import java.util.List;

/** The stores of the business, more of them in a larger town. All keep Eastern time. */
final class Stores {

  /** One store; {@code zone} is an IANA name. */
  record Store(String id, String name, String city, String zone) {}

  private static final List<String> CITIES =
      List.of(
          "Cornerford", "Millbrook Falls", "Eastmere", "Port Alder", "Bellwater", "Saint Odile");
  private static final List<String> QUARTERS =
      List.of("Market Hall", "Station", "Riverside", "Old Town", "North Gate", "Plaza");

  private final List<Store> stores = new ArrayList<>();

  Stores(int people) {
    int count = 8 + Math.min(200, people / 20_000);
    for (int i = 0; i < count; i++) {
      String city = CITIES.get(i % 3 == 2 ? i % CITIES.size() : 0);
      String zone =
          city.equals("Saint Odile") ? "America/Indiana/Indianapolis" : "America/New_York";
      String name = "Corner " + QUARTERS.get(i % QUARTERS.size()) + ' ' + (i / 6 + 1);
      stores.add(new Store("S" + (101 + i), name, city, zone));
    }
  }

  List<Store> all() {
    return stores;
  }

  /** People mostly go to the store they know. */
  Store pick(long taste, Dice dice) {
    int usual = (int) Math.floorMod(taste >> 7, (long) stores.size());
    return dice.chance(0.8) ? stores.get(usual) : dice.pick(stores);
  }
}
