package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The card scheme: a snapshot of all cards, and points earned and spent. */
final class Loyalty implements Channel {

  private static final Gaps GAPS = new Gaps(0.15, 0.97, 0.15, 0.78, 0.5, 0.64, 0.78, 0.85);
  private static final Slips SLIPS = new Slips(0.06, 0.09, 0.02, 0.015, 0.08, 0.04, 0.02, 0.26);

  private final Opening opening;
  private final CsvFeed cards;
  private final CsvFeed points;
  private final Keys moves;
  private final Desk desk;

  Loyalty(Opening opening) {
    this.opening = opening;
    this.cards =
        opening.csv(
            "loyalty-cards.csv",
            ',',
            -1,
            ("card_no,first_name,middle,last_name,suffix,born,gender,email,mobile,street,unit,city,"
                    + "state,zip,joined")
                .split(","));
    this.points =
        opening.csv(
            "loyalty-points.csv", ',', 3, "id,card_no,kind,at,points,receipt_no".split(","));
    Clerk clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.TYPED, opening.town().businesses());
    Keys numbers =
        new Keys(opening.seed(0x43415244L), opening.room(6), n -> "29" + Keys.padded(n, 10));
    this.moves =
        new Keys(opening.seed(0x504F494EL), opening.room(40), n -> "PT" + Keys.padded(n, 10));
    this.desk = new Desk("loyalty", numbers, clerk, 0.5, 0.1);
  }

  /** Gives cards before anybody buys; households use each other's. */
  void enroll(Person person, Diary diary, Dice dice) {
    boolean child = person.age(opening.calendar().until()) < 16;
    if (!dice.chance(child ? 0.04 : 0.5)) {
      return;
    }
    int count = 1 + dice.weighted(87, 11, 2);
    Desk.Accounts accounts = desk.accounts(person, dice);
    LocalDate joined = joined(dice);
    for (int i = 0; i < count; i++) {
      Desk.Account card = accounts.on(joined);
      LocalDate later = joined.plusDays(200 + dice.below(500));
      joined = later.isBefore(opening.calendar().until()) ? later : joined;
      if (!diary.cards(person.id()).contains(card.key())) {
        diary.card(person.id(), card.key());
      }
    }
    if (dice.chance(0.03)) { // given out at the till, never registered
      diary.cards(person.id()).forEach(key -> unregistered(key, person));
      return;
    }
    accounts.tell(opening.book());
    accounts.all().forEach(card -> write(card, dice));
  }

  private void unregistered(String key, Person person) {
    Appearance nothing = new Appearance("", "", "", "", "", "", "", "", Appearance.NOWHERE, "");
    opening.book().subject("loyalty", key, "p" + person.id(), nothing);
  }

  private LocalDate joined(Dice dice) {
    Calendar calendar = opening.calendar();
    LocalDate day = calendar.from().minusDays(1_200).plusDays(dice.below(1_800));
    return day.isBefore(calendar.until()) ? day : calendar.from();
  }

  private void write(Desk.Account card, Dice dice) {
    Appearance known = card.known();
    Dwelling home = known.address();
    String joined = card.since().toString();
    cards.row(
        dice.below(Shelf.KEYS),
        card.key(),
        known.given(),
        known.middle(),
        known.family(),
        known.suffix(),
        known.born(),
        known.sex(),
        known.email(),
        Phones.written(known.phone(), dice),
        home.street(),
        home.unit(),
        home.city(),
        home.state(),
        home.postcode(),
        joined);
  }

  /** Points for what was bought, and now and then some are spent. */
  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    for (Diary.Stamp stamp : diary.stamps()) {
      if (dice.chance(0.7)) {
        move(stamp.card(), "EARN", stamp.at(), stamp.cents() / 100, stamp.receipt(), dice);
      }
    }
    List<String> own = diary.cards(person.id());
    double mean = own.isEmpty() ? 0 : 0.35 * opening.volume();
    for (LocalDateTime at : Channel.moments(opening.calendar(), Rhythm.WEB, person, mean, dice)) {
      move(dice.pick(own), "REDEEM", at, -50 * dice.between(1, 8), "", dice);
    }
  }

  private void move(
      String card, String kind, LocalDateTime at, int amount, String receipt, Dice dice) {
    points.row(
        opening.calendar().key(at.plusSeconds(dice.below(30))),
        moves.next(),
        card,
        kind,
        at.toString(),
        Integer.toString(amount),
        receipt);
    opening.book().interaction("points");
  }
}
