package io.cornerstore.sampletown;

import java.util.ArrayList;
import java.util.List;

/** What is bought at one time. */
record Basket(List<Line> lines, String currency) {

  /** Some pieces of one product. */
  record Line(Product product, int quantity) {

    int cents() {
      return product.cents() * quantity;
    }
  }

  static Basket draw(Catalog catalog, Person.Habits habits, double mean, Dice dice) {
    return draw(catalog, habits.taste(), mean, dice);
  }

  static Basket draw(Catalog catalog, long taste, double mean, Dice dice) {
    int count = 1 + Math.min(24, dice.poisson(mean - 1));
    List<Line> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(new Line(catalog.pick(taste, dice), 1 + dice.weighted(72, 18, 6, 4)));
    }
    String currency = dice.chance(0.03) ? (dice.chance(0.7) ? "CAD" : "EUR") : "USD";
    return new Basket(lines, currency);
  }

  /** A part of it, at least one line. */
  Basket some(Dice dice) {
    int keep = 1 + dice.below(Math.min(2, lines.size()));
    return new Basket(lines.subList(0, keep), currency);
  }

  int cents() {
    return lines.stream().mapToInt(Line::cents).sum();
  }

  /** An amount with two decimals. */
  static String money(int cents) {
    String text = Integer.toString(Math.abs(cents));
    String padded = text.length() < 3 ? "0".repeat(3 - text.length()) + text : text;
    int point = padded.length() - 2;
    return (cents < 0 ? "-" : "") + padded.substring(0, point) + '.' + padded.substring(point);
  }
}
