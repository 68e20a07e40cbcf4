package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Store purchases: one row for each line of a receipt, with a loyalty card, a telephone number for
 * the digital receipt, or nothing. Returns and voids refer to an earlier receipt.
 */
final class Tills implements Channel {

  private static final Gaps PHONE_ONLY = new Gaps(0, 0, 0, 0, 0, 0, 1, 0);
  private static final Slips SLIPS = new Slips(0, 0, 0, 0, 0, 0, 0.03, 0.3);

  /** What one receipt is about. */
  private record Receipt(
      String number, String kind, LocalDateTime at, String card, String phone, String refersTo) {}

  private final Opening opening;
  private final CsvFeed feed;
  private final Keys receipts;
  private final Clerk clerk;

  Tills(Opening opening) {
    this.opening = opening;
    this.feed =
        opening.csv(
            "store-purchases.csv",
            ';',
            5,
            "store;till;receipt_no;line_no;kind;sold_at;card_no;phone;sku;item;qty;unit_price;"
                .concat("line_total;currency;orig_receipt")
                .split(";"));
    this.receipts =
        new Keys(opening.seed(0x54494C4CL), opening.room(20), n -> "R" + Keys.padded(n, 9));
    this.clerk = new Clerk(PHONE_ONLY, SLIPS, Clerk.Sense.HEARD, opening.town().businesses());
  }

  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    Person.Habits habits = person.habits();
    double mean = opening.volume() * habits.activity() * 3.9 * (1 - habits.online());
    for (LocalDateTime at : Channel.moments(opening.calendar(), Rhythm.STORE, person, mean, dice)) {
      purchase(person, at, diary, dice);
    }
  }

  private void purchase(Person person, LocalDateTime at, Diary diary, Dice dice) {
    String card = card(person, diary, dice);
    boolean asks = card.isEmpty() && dice.chance(0.3);
    Appearance known = asks ? clerk.take(person, at.toLocalDate(), dice) : nobody();
    Basket basket = Basket.draw(opening.town().catalog(), person.habits(), 3, dice);
    String phone = Phones.written(known.phone(), dice);
    Receipt receipt = new Receipt(receipts.next(), "S", at, card, phone, "");
    String store = opening.town().stores().pick(person.habits().taste(), dice).id();
    write(receipt, store, basket, person, known, dice);
    opening.book().interaction("purchase");
    if (!card.isEmpty()) {
      diary.stamps().add(new Diary.Stamp(card, receipt.number(), at, basket.cents()));
    }
    undo(receipt, store, basket, person, known, dice);
  }

  /** One in twenty-five is voided at once, one in fifteen comes back. */
  private void undo(
      Receipt sale, String store, Basket basket, Person person, Appearance known, Dice dice) {
    boolean isVoid = dice.chance(0.012);
    if (!isVoid && !dice.chance(0.065)) {
      return;
    }
    LocalDateTime at =
        isVoid
            ? sale.at().plusMinutes(1 + dice.below(6))
            : sale.at().plusDays(dice.between(1, 28)).withHour(dice.between(9, 19));
    if (at.isBefore(opening.calendar().until().atStartOfDay())) {
      String kind = isVoid ? "V" : "R";
      Basket back = isVoid ? basket : basket.some(dice);
      Receipt receipt =
          new Receipt(receipts.next(), kind, at, sale.card(), sale.phone(), sale.number());
      write(receipt, store, back, person, known, dice);
      opening.book().interaction(isVoid ? "cancellation" : "return");
    }
  }

  private static String card(Person person, Diary diary, Dice dice) {
    List<String> own = diary.cards(person.id());
    if (!own.isEmpty() && dice.chance(0.82)) {
      return dice.pick(own);
    }
    boolean borrows = !diary.homeCards().isEmpty() && dice.chance(0.3);
    return borrows ? dice.pick(diary.homeCards()) : "";
  }

  private static Appearance nobody() {
    return new Appearance("", "", "", "", "", "", "", "", Appearance.NOWHERE, "");
  }

  private void write(
      Receipt receipt, String store, Basket basket, Person person, Appearance known, Dice dice) {
    if (receipt.card().isEmpty()) {
      Appearance seen =
          new Appearance("", "", "", "", "", "", "", known.phone(), Appearance.NOWHERE, "");
      opening.book().group("tills", receipt.number(), "p" + person.id(), seen);
    }
    String till = Integer.toString(1 + dice.below(6));
    int sign = receipt.kind().equals("S") ? 1 : -1;
    int number = 1;
    for (Basket.Line line : basket.lines()) {
      Product product = line.product();
      feed.row(
          opening.calendar().key(receipt.at()),
          store,
          till,
          receipt.number(),
          Integer.toString(number++),
          receipt.kind(),
          Times.american(receipt.at()),
          receipt.card(),
          receipt.phone(),
          product.sku(),
          product.name(),
          Integer.toString(sign * line.quantity()),
          Basket.money(product.cents()),
          Basket.money(sign * line.cents()),
          basket.currency(),
          receipt.refersTo());
    }
  }
}
