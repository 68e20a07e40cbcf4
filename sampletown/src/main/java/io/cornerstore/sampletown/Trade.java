package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Business customers: accounts of organizations, their contact people, and their orders. */
final class Trade implements Channel {

  private static final Gaps GAPS = new Gaps(0.02, 0.97, 0.03, 0, 0, 1, 1, 0);
  private static final Slips SLIPS = new Slips(0.08, 0.15, 0.06, 0.02, 0.1, 0, 0.02, 0);
  private static final double CUSTOMERS = 0.6;

  private final Opening opening;
  private final CsvFeed accounts;
  private final CsvFeed orders;
  private final Keys contacts;
  private final Keys numbers;
  private final Clerk clerk;

  Trade(Opening opening) {
    this.opening = opening;
    this.accounts =
        opening.csv(
            "trade-accounts.csv",
            '\t',
            -1,
            ("account_no;type;of_account;company;first_name;last_name;job;email;phone;street;unit;"
                    + "city;state;zip")
                .split(";"));
    this.orders =
        opening.csv(
            "trade-orders.csv",
            ',',
            2,
            "order_no,account_no,ordered_at,sku,qty,unit_price,currency,orig_order".split(","));
    this.contacts = new Keys(opening.seed(0x5443L), opening.room(2), n -> "TC" + Keys.padded(n, 7));
    this.numbers = new Keys(opening.seed(0x544FL), opening.room(4), n -> "T" + Keys.padded(n, 8));
    this.clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.TYPED, opening.town().businesses());
  }

  private boolean customer(int business) {
    long hash = Dice.hash(opening.seed(0x4255L), business);
    return Math.floorMod(hash, 1_000) < CUSTOMERS * 1_000;
  }

  private static String account(int business) {
    return "T" + Keys.padded(40_000L + business * 3L, 6);
  }

  /** One employee in fourteen is a contact of the employer. */
  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    if (person.employer() < 0 || !customer(person.employer()) || !dice.chance(0.07)) {
      return;
    }
    Business business = opening.town().businesses().at(person.employer());
    LocalDate day = opening.calendar().from().plusDays(dice.below(300));
    Appearance private_ = clerk.take(person, day, dice);
    String email =
        dice.chance(0.75)
            ? Emails.work(person.called().given(), person.called().family(), business.domain())
            : dice.chance(0.5) ? "office@" + business.domain() : private_.email();
    String phone = dice.chance(0.7) ? business.switchboard() : private_.phone();
    Appearance known = private_.withWork(email, phone, business.name());
    String key = contacts.next();
    opening.book().subject("trade", key, "p" + person.id(), known);
    String job = dice.pick(java.util.List.of("Buyer", "Owner", "Office manager", "Accounts", ""));
    row(key, "P", account(business.id()), known, job, business.address(), dice);
  }

  /** The organizations themselves, after all people. */
  void businesses() {
    for (int i = 0; i < opening.town().businesses().count(); i++) {
      if (customer(i)) {
        Dice dice = Dice.of(opening.seed(0x544255L), 0, i);
        business(opening.town().businesses().at(i), dice);
      }
    }
  }

  private void business(Business business, Dice dice) {
    String key = account(business.id());
    String email = dice.chance(0.8) ? "office@" + business.domain() : "";
    Appearance known =
        new Appearance(
            "",
            "",
            "",
            "",
            "",
            "",
            email,
            business.switchboard(),
            business.address(),
            business.name());
    opening.book().subject("trade", key, "o" + business.id(), known);
    row(key, "O", "", known, "", business.address(), dice);
    Person.Habits habits = new Person.Habits(1, true, 11, 1, dice.next());
    int count = dice.poisson(4 * opening.volume());
    for (int i = 0; i < count; i++) {
      LocalDateTime at = opening.calendar().draw(Rhythm.OFFICE, habits, dice);
      order(key, at, Basket.draw(opening.town().catalog(), habits.taste(), 4, dice), dice);
    }
  }

  private void order(String account, LocalDateTime at, Basket basket, Dice dice) {
    String number = numbers.next();
    lines(number, account, at, basket, "", 12);
    opening.book().interaction("purchase");
    LocalDateTime back = at.plusDays(dice.between(3, 20));
    if (dice.chance(0.05) && back.isBefore(opening.calendar().until().atStartOfDay())) {
      lines(numbers.next(), account, back, basket.some(dice), number, -12);
      opening.book().interaction("return");
    }
  }

  private void lines(
      String number, String account, LocalDateTime at, Basket basket, String original, int pack) {
    for (Basket.Line line : basket.lines()) {
      orders.row(
          opening.calendar().key(at),
          number,
          account,
          Times.spaced(at),
          line.product().sku(),
          Integer.toString(line.quantity() * pack),
          Basket.money(line.product().cents()),
          "USD",
          original);
    }
  }

  private void row(
      String key,
      String type,
      String of,
      Appearance known,
      String job,
      Dwelling address,
      Dice dice) {
    accounts.row(
        dice.below(Shelf.KEYS),
        key,
        type,
        of,
        known.company(),
        known.given(),
        known.family(),
        job,
        known.email(),
        Phones.written(known.phone(), dice),
        address.street(),
        address.unit(),
        address.city(),
        address.state(),
        address.postcode());
  }
}
