package io.cornerstore.sampletown;

import java.util.List;

/**
 * Free text as staff and customers type it, now and then with what should never be typed: card
 * numbers (the card schemes' public test numbers) and national ids.
 */
final class Notes {

  private static final List<String> CARDS =
      List.of(
          "4111 1111 1111 1111",
          "4111111111111111",
          "4012-8888-8888-1881",
          "5555 5555 5555 4444",
          "5105105105105100",
          "3782 822463 10005",
          "6011 1111 1111 1117",
          "2223 0031 2200 3222",
          "3056 930902 5904",
          "4242-4242-4242-4242");
  private static final List<String> REASONS =
      List.of(
          "Asks where the parcel is.",
          "Item arrived damaged, wants a replacement.",
          "Wrong size, wants to exchange.",
          "Did not get the invoice.",
          "Wants to change the delivery address.",
          "Charged twice, please check.",
          "Asks about opening hours.",
          "Lost loyalty card, wants the points moved.",
          "Says the discount was missing.",
          "Complains about the courier.",
          "Warranty question, bought last year.",
          "Will call back tomorrow.",
          "Very happy with the service.");
  private static final List<String> REMARKS =
      List.of(
          "PLEASE LEAVE AT BACK DOOR",
          "GIFT WRAP",
          "NO SUBSTITUTES",
          "SEND NEW CATALOG",
          "CALL BEFORE DELIVERY",
          "FOR MY GRANDDAUGHTER",
          "SAME AS LAST YEAR");

  private final Book book;
  private final String file;

  Notes(Book book, String file) {
    this.book = book;
    this.file = file;
  }

  /** What somebody says on the telephone; {@code order} may be empty. */
  String call(String order, Dice dice) {
    StringBuilder text = new StringBuilder(dice.pick(REASONS));
    if (!order.isEmpty()) {
      text.append(" Order ").append(order).append('.');
    }
    if (dice.chance(0.05)) {
      text.append(" Serial no. ").append(100_000_000 + dice.below(800_000_000)).append('.');
    }
    secret(text, 0.03, dice);
    return text.toString();
  }

  /** A line at the foot of an order form, mostly none. */
  String remark(Dice dice) {
    StringBuilder text = new StringBuilder(dice.chance(0.25) ? dice.pick(REMARKS) : "");
    secret(text, 0.02, dice);
    return text.toString().strip();
  }

  /** What somebody writes in a form. */
  String message(Dice dice) {
    StringBuilder text = new StringBuilder(dice.chance(0.5) ? dice.pick(REASONS) : "");
    secret(text, 0.012, dice);
    return text.toString().strip();
  }

  private void secret(StringBuilder text, double often, Dice dice) {
    if (!dice.chance(often)) {
      return;
    }
    String kind = List.of("card", "ssn", "nik").get(dice.weighted(70, 18, 12));
    String typed =
        switch (kind) {
          case "card" -> dice.pick(CARDS);
          case "ssn" -> ssn(dice);
          default -> nik(dice);
        };
    String before =
        switch (kind) {
          case "card" -> dice.chance(0.6) ? " Card " : " Pay with ";
          case "ssn" -> dice.chance(0.7) ? " SSN " : " Social security number ";
          default -> dice.chance(0.7) ? " NIK " : " No. KTP ";
        };
    text.append(before).append(typed).append('.');
    book.secret(file, kind, typed);
  }

  private static String ssn(Dice dice) {
    return "8"
        + Keys.padded(dice.between(80, 99), 2)
        + '-'
        + Keys.padded(dice.between(1, 99), 2)
        + '-'
        + Keys.padded(dice.between(1, 9_999), 4);
  }

  private static String nik(Dice dice) {
    int day = dice.between(1, 28) + (dice.chance(0.5) ? 40 : 0);
    return ""
        + dice.between(31, 36)
        + Keys.padded(dice.between(1, 79), 2)
        + Keys.padded(dice.between(1, 30), 2)
        + Keys.padded(day, 2)
        + Keys.padded(dice.between(1, 12), 2)
        + Keys.padded(dice.between(50, 99), 2)
        + Keys.padded(dice.between(1, 9_999), 4);
  }
}
