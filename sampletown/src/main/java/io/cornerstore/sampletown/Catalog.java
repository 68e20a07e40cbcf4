package io.cornerstore.sampletown;

import java.util.ArrayList;
import java.util.List;

/** What the stores sell: products in categories, made by makers, some more popular than others. */
final class Catalog {

  private record Shelf(String category, int low, int high, List<String> nouns) {}

  private static final List<Shelf> SHELVES =
      List.of(
          shelf("Bread & Bakery", 150, 900, "Sourdough Rye Bagel Croissant Brioche Baguette"),
          shelf("Coffee & Tea", 350, 2_400, "Espresso Arabica Darjeeling Oolong Chamomile Chai"),
          shelf("Dairy", 120, 1_100, "Cheddar Yogurt Butter Gouda Kefir Ricotta"),
          shelf("Fruit & Vegetables", 80, 700, "Apples Pears Kale Carrots Squash Plums"),
          shelf("Pantry", 100, 1_500, "Lentils Rice Honey Mustard Pasta Oats"),
          shelf("Spices", 200, 1_200, "Paprika Turmeric Cumin Nutmeg Sambal Saffron"),
          shelf("Wine & Cider", 700, 6_500, "Riesling Merlot Cider Rosé Porto Perry"),
          shelf("Pet Care", 250, 5_500, "Kibble Leash Litter Chew Collar Brush"),
          shelf("Household", 150, 3_000, "Soap Sponge Candle Broom Bucket Matches"),
          shelf("Kitchenware", 500, 14_000, "Skillet Kettle Whisk Ladle Teapot Colander"),
          shelf("Tools", 600, 19_000, "Hammer Wrench Drill Chisel Level Plane"),
          shelf("Garden", 200, 16_000, "Trowel Seeds Hose Pruner Planter Rake"),
          shelf("Lighting", 900, 18_000, "Lamp Lantern Bulb Sconce Torch Shade"),
          shelf("Toys", 400, 9_000, "Blocks Puzzle Kite Marbles Yo-Yo Robot"),
          shelf("Books", 600, 4_500, "Atlas Novel Cookbook Almanac Comic Primer"),
          shelf("Stationery", 100, 3_500, "Notebook Pencil Envelope Ink Ruler Stapler"),
          shelf("Clothing", 900, 15_000, "Scarf Sweater Socks Apron Gloves Jacket"),
          shelf("Shoes", 2_500, 18_000, "Boots Sandals Sneakers Loafers Clogs Slippers"),
          shelf("Bath & Body", 250, 4_200, "Shampoo Balm Lotion Towel Razor Salts"),
          shelf("Baby", 300, 12_000, "Bottle Blanket Rattle Bib Cot Sling"),
          shelf("Sports", 700, 26_000, "Racket Ball Helmet Mat Skates Paddle"),
          shelf("Music", 800, 40_000, "Ukulele Strings Metronome Harmonica Drum Reed"),
          shelf("Electronics", 1_200, 60_000, "Radio Charger Headphones Speaker Cable Clock"),
          shelf("Bicycles", 900, 90_000, "Saddle Tube Bell Frame Pedal Pump"));

  private static final List<String> ADJECTIVES =
      List.of(
          ("Classic Golden Rustic Little Royal Country Northern Evening Morning Hearth Summer"
                  + " Winter Copper Silver Amber Crimson Old-Town Harbor Meadow Traveler Family"
                  + " Pocket Grand Simple Natural Double Smooth Bright Quiet Wild")
              .split(" "));
  private static final List<String> MAKERS =
      List.of(
          ("Alderbrook Bellweather Copperleaf Dunmore Eastgate Fernhill Greystone Hollyfield"
                  + " Ironwood Juniperus Kestrel Larkspur Mossbank Northlight Oakhurst Pennywise"
                  + " Quillon Ravenna Silverbirch Thistledown Umberland Vanterpool Wrenfield"
                  + " Yarrow Zephyrine Bramblewood Candlewick Driftwood Embercraft Foxglove")
              .split(" "));

  private final List<List<Product>> byCategory = new ArrayList<>();
  private final List<Product> products = new ArrayList<>();
  private final Zipf popularity;
  private final Zipf categories = new Zipf(SHELVES.size(), 0.5, 3);

  Catalog(long seed, int count) {
    Dice dice = Dice.of(seed, 0x50524F44L, 0);
    SHELVES.forEach(_ -> byCategory.add(new ArrayList<>()));
    for (int i = 0; i < count; i++) {
      int category = i % SHELVES.size();
      Product product = product(i, SHELVES.get(category), category, dice);
      byCategory.get(category).add(product);
      products.add(product);
    }
    this.popularity = new Zipf(count / SHELVES.size(), 0.9, 2);
  }

  private static Shelf shelf(String category, int low, int high, String nouns) {
    return new Shelf(category, low, high, List.of(nouns.split(" ")));
  }

  /** Six makers to a category, so that makers mean something. */
  private static Product product(int number, Shelf shelf, int category, Dice dice) {
    String maker = MAKERS.get((category * 5 + dice.weighted(34, 24, 16, 12, 8, 6)) % MAKERS.size());
    String name =
        dice.pick(ADJECTIVES) + ' ' + dice.pick(shelf.nouns()) + ' ' + (100 + number / 24 % 900);
    double u = dice.unit();
    int cents = (int) (shelf.low() + (shelf.high() - shelf.low()) * u * u * u) / 10 * 10 + 9;
    String sku = "SK" + (100_000 + number * 7);
    return new Product(sku, name, shelf.category(), maker, cents);
  }

  List<Product> products() {
    return products;
  }

  /** What a person with this taste takes: mostly from three categories, often of two makers. */
  Product pick(long taste, Dice dice) {
    Dice liked = Dice.of(taste, 0x54415354L, dice.weighted(5, 3, 2));
    int category = dice.chance(0.7) ? categories.draw(liked) : categories.draw(dice);
    List<Product> choice = byCategory.get(category);
    String maker = choice.get((int) Math.floorMod(taste, (long) choice.size())).maker();
    boolean loyal = dice.chance(0.6);
    Product product = choice.get(popularity.draw(dice));
    for (int i = 0; loyal && i < 6 && !product.maker().equals(maker); i++) {
      product = choice.get(popularity.draw(dice));
    }
    return product;
  }
}
