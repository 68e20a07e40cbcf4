package io.cornerstore.sampletown;

import java.time.LocalDateTime;
import java.util.List;

/** Delivery notes: a whole name, an address, the order; compressed. No e-mail, seldom a number. */
final class Courier implements Channel {

  private static final Gaps GAPS = new Gaps(0.12, 0.98, 0.12, 0, 0, 0, 0.62, 0.995);
  private static final Slips SLIPS = new Slips(0.055, 0.06, 0.1, 0.02, 0.05, 0, 0.025, 0.25);
  private static final List<String> STATES =
      List.of("delivered", "left with neighbor", "delivered", "delivered", "returned to sender");

  private final Opening opening;
  private final CsvFeed feed;
  private final Desk desk;
  private final Keys parcels;

  Courier(Opening opening) {
    this.opening = opening;
    this.feed =
        opening.csv(
            "delivery-notes.csv.gz",
            ',',
            9,
            ("parcel_no,order_no,consignee_no,consignee,phone,street,city,state,zip,delivered_at,"
                    + "status")
                .split(","));
    Clerk clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.TYPED, opening.town().businesses());
    Keys numbers = new Keys(opening.seed(0x434FL), opening.room(10), n -> "DX" + Keys.padded(n, 8));
    this.desk = new Desk("courier", numbers, clerk, 0.22, 0.05);
    this.parcels =
        new Keys(opening.seed(0x5041L), opening.room(14), n -> "CF" + Keys.padded(n, 12) + "US");
  }

  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    Desk.Accounts accounts = desk.accounts(person, dice);
    for (Diary.Order order : diary.orders()) {
      LocalDateTime at =
          order.at().toLocalDate().plusDays(dice.between(1, 5)).atTime(dice.between(8, 19), 5);
      boolean inTime = at.isBefore(opening.calendar().until().atStartOfDay());
      if (!inTime || at.toLocalDate().isAfter(person.lastDay()) || dice.chance(0.22)) {
        continue; // collected in the store, or not yet delivered
      }
      write(order, at, accounts.on(at.toLocalDate()), dice);
    }
    accounts.tell(opening.book());
  }

  private void write(Diary.Order order, LocalDateTime at, Desk.Account account, Dice dice) {
    Appearance known = account.known();
    Dwelling home = known.address();
    feed.row(
        opening.calendar().key(at),
        parcels.next(),
        order.number(),
        account.key(),
        known.fullName(),
        Phones.written(known.phone(), dice),
        (home.street() + ' ' + home.unit()).strip(),
        home.city(),
        home.state(),
        home.postcode(),
        Times.american(at.plusMinutes(dice.below(50))),
        dice.pick(STATES));
    opening.book().interaction("delivery");
  }
}
