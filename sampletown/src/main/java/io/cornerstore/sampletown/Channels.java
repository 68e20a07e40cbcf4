package io.cornerstore.sampletown;

/** All source systems of the business, served one household after the other. */
final class Channels {

  private static final long ENROLL = 0x454E524FL;

  private final Opening opening;
  private final Loyalty loyalty;
  private final Trade trade;
  private final Channel[] perPerson;

  Channels(Opening opening) {
    this.opening = opening;
    this.loyalty = new Loyalty(opening);
    this.trade = new Trade(opening);
    // Courier and help desk read the orders of the shops, the card scheme those of the tills.
    this.perPerson =
        new Channel[] {
          new Tills(opening),
          new WebShop(opening),
          new MailOrder(opening),
          new Courier(opening),
          new HelpDesk(opening),
          new WebForms(opening),
          new Visits(opening),
          loyalty,
          trade
        };
  }

  void serve(Household household) {
    long seed = opening.town().settings().seed();
    Diary diary = new Diary();
    for (Person person : household.people()) {
      loyalty.enroll(person, diary, Dice.of(seed, ENROLL, person.id()));
    }
    for (Person person : household.people()) {
      diary.nextPerson();
      for (int i = 0; i < perPerson.length; i++) {
        perPerson[i].serve(person, diary, Dice.of(seed, i + 1L, person.id()));
      }
    }
  }

  /** What remains when all people are served. */
  void finish() {
    trade.businesses();
    References.write(opening);
  }
}
