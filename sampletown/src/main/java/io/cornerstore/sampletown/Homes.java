package io.cornerstore.sampletown;

import java.util.List;

/**
 * The addresses of the town and the places around it, each a function of its number, so that any
 * number of them takes no memory and an earlier address of one family is the present one of
 * another.
 */
final class Homes {

  private record Place(String city, String state, int postcode, double share) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Cornerford", "OH", 43800, 60),
          new Place("Millbrook Falls", "OH", 43870, 8),
          new Place("Eastmere", "OH", 43880, 6),
          new Place("Port Alder", "OH", 44890, 5),
          new Place("Saint Odile", "IN", 46990, 4),
          new Place("Harrow Springs", "IN", 47390, 3),
          new Place("Bellwater", "PA", 16590, 3),
          new Place("Upper Quarry", "PA", 15990, 2),
          new Place("North Lantern", "MI", 49290, 2),
          new Place("Tannersville Junction", "MI", 48890, 2),
          new Place("Cold Hollow", "WV", 26190, 1.5),
          new Place("Fairmeadow", "KY", 41090, 1.5),
          new Place("Kestrel Bay", "OH", 44895, 1),
          new Place("Old Mint", "IN", 46995, 1));

  private static final List<String> WORDS =
      List.of(
          ("Main Oak Maple Cedar Elm Pine Walnut Chestnut Birch Willow Hickory Sycamore Poplar Ash"
                  + " Washington Lincoln Jefferson Franklin Adams Jackson Madison Monroe Harrison"
                  + " Church School Mill Bridge River Lake Spring Meadow Forest Park Hill Valley"
                  + " Ridge Highland Sunset Prospect Pleasant Center Market Front Water Canal"
                  + " Station Depot Railroad Factory Foundry Tannery Orchard Garden Vine Cherry"
                  + " Apple Peach Quarry Stone Granite Marble Lantern Harbor Anchor Ferry Heron"
                  + " Falcon Robin Wren Fox Deer Bear Clover Fern Laurel Ivy Juniper Hazel Linden"
                  + " Locust Magnolia Dogwood Redbud Sumac Liberty Union Grant Sherman Porter"
                  + " Carver Weaver Cooper Potter Smithy Chandler Fuller Baker Court College")
              .split(" "));
  private static final List<String> TYPES =
      List.of("Street", "Avenue", "Road", "Drive", "Lane", "Court", "Place", "Boulevard");

  private final long seed;
  private final int size;
  private final double[] shares = PLACES.stream().mapToDouble(Place::share).toArray();

  Homes(long seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  int size() {
    return size;
  }

  /** The address with this number, 0 to {@link #size()} - 1. */
  Dwelling at(int number) {
    Dice dice = Dice.of(seed, 0x484F4D45L, number);
    int place = dice.weighted(shares);
    Place town = PLACES.get(place);
    int streets = (int) Math.max(12, size * town.share() / 100 / 45);
    int street = dice.below(streets);
    int house = dice.between(1, 40) * 4 - dice.below(4) + 100 * dice.below(6);
    long building = Dice.hash(seed + street, house * 31L + place);
    String unit = Math.floorMod(building, 100) < 24 ? unit(dice) : "";
    int codes = Math.clamp(streets / 40L, 1, town.share() > 50 ? 60 : 5);
    String postcode = Integer.toString(town.postcode() + street % codes);
    return new Dwelling(
        house + " " + street(place, street), unit, town.city(), town.state(), postcode);
  }

  private static String unit(Dice dice) {
    return dice.chance(0.7) ? "Apt " + dice.between(1, 24) : "Unit " + (char) ('A' + dice.below(8));
  }

  private String street(int place, int number) {
    Dice dice = Dice.of(seed, 0x53545245L + place, number);
    if (dice.chance(0.12)) {
      return ordinal(dice.between(1, 60)) + ' ' + dice.pick(TYPES.subList(0, 2));
    }
    String name = dice.pick(WORDS) + ' ' + TYPES.get(dice.weighted(30, 22, 14, 12, 9, 6, 4, 3));
    return dice.chance(0.18) ? dice.pick(List.of("N", "S", "E", "W")) + ' ' + name : name;
  }

  private static String ordinal(int number) {
    String end =
        number / 10 == 1
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + end;
  }
}
