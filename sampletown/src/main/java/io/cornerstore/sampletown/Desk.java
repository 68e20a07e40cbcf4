package io.cornerstore.sampletown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a source opens accounts. The same person comes back to the old account or, forgetful, gets
 * another; data are typed again now and then, and after a move often enough.
 *
 * @param another how often a returning person gets a further account
 * @param retype how often a returning person's data are typed again
 */
record Desk(String source, Keys keys, Clerk clerk, double another, double retype) {

  /** The accounts of one person at one source. */
  static final class Accounts {
    private final Desk desk;
    private final Person person;
    private final Dice dice;
    private final List<Account> all = new ArrayList<>();

    private Accounts(Desk desk, Person person, Dice dice) {
      this.desk = desk;
      this.person = person;
      this.dice = dice;
    }

    /** The account used on that day; days must not go back. */
    Account on(LocalDate day) {
      if (all.isEmpty() || dice.chance(desk.another)) {
        Account account = new Account(desk.keys.next(), day);
        account.known = desk.clerk.take(person, day, dice);
        all.add(account);
        return account;
      }
      Account account = dice.chance(0.8) ? all.getLast() : dice.pick(all);
      boolean moved = person.residence().moved() && !day.isBefore(person.residence().movedOn());
      if (dice.chance(desk.retype)) {
        account.known = desk.clerk.take(person, day, dice);
      } else if (moved && !account.known.address().street().isEmpty() && dice.chance(0.4)) {
        account.known = account.known.withAddress(desk.clerk.address(person, day, dice));
      }
      return account;
    }

    List<Account> all() {
      return all;
    }

    /** Tells who is behind these accounts. */
    void tell(Book book) {
      for (Account account : all) {
        book.subject(desk.source, account.key, "p" + person.id(), account.known);
      }
    }
  }

  /** One id of a person at a source. */
  static final class Account {
    private final String key;
    private final LocalDate since;
    private Appearance known =
        new Appearance("", "", "", "", "", "", "", "", Appearance.NOWHERE, "");

    private Account(String key, LocalDate since) {
      this.key = key;
      this.since = since;
    }

    String key() {
      return key;
    }

    LocalDate since() {
      return since;
    }

    Appearance known() {
      return known;
    }

    void become(Appearance other) {
      known = other;
    }
  }

  Accounts accounts(Person person, Dice dice) {
    return new Accounts(this, person, dice);
  }
}
