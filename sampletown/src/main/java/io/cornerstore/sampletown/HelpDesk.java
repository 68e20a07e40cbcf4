package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Service calls: names as heard, the number that called, and a note. */
final class HelpDesk implements Channel {

  private static final Gaps GAPS = new Gaps(0.02, 0.94, 0.03, 0.2, 0, 0.36, 0.94, 0.5);
  private static final Slips SLIPS = new Slips(0.12, 0.16, 0.02, 0.015, 0.1, 0.05, 0.025, 0.3);
  private static final List<String> TOPICS =
      List.of("delivery", "invoice", "complaint", "warranty", "information", "loyalty");

  /** A call and the order it is about, or an empty text. */
  private record Call(LocalDateTime at, String order) {}

  private final Opening opening;
  private final CsvFeed feed;
  private final Desk desk;
  private final Keys calls;
  private final Notes notes;

  HelpDesk(Opening opening) {
    this.opening = opening;
    String file = "service-calls.csv";
    this.feed =
        opening.csv(
            file,
            ',',
            2,
            ("call_id,caller_no,started,topic,first_name,last_name,phone,email,birth_date,street,"
                    + "city,zip,order_no,duration_s,note")
                .split(","));
    Clerk clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.HEARD, opening.town().businesses());
    Keys callers = new Keys(opening.seed(0x4844L), opening.room(8), n -> "K" + Keys.padded(n, 7));
    this.desk = new Desk("helpdesk", callers, clerk, 0.3, 0.2);
    this.calls =
        new Keys(opening.seed(0x4843L), opening.room(12), n -> "CALL-" + Keys.padded(n, 8));
    this.notes = new Notes(opening.book(), file);
  }

  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    double mean = opening.volume() * person.habits().activity() * 0.3;
    List<Call> all = new ArrayList<>();
    for (LocalDateTime at :
        Channel.moments(opening.calendar(), Rhythm.OFFICE, person, mean, dice)) {
      all.add(new Call(at, ""));
    }
    for (Diary.Order order : diary.orders()) {
      LocalDateTime at =
          order.at().toLocalDate().plusDays(dice.between(2, 20)).atTime(dice.between(8, 17), 12);
      if (dice.chance(0.13) && at.isBefore(opening.calendar().until().atStartOfDay())) {
        all.add(new Call(at, order.number()));
      }
    }
    all.sort(Comparator.comparing(Call::at));
    Desk.Accounts accounts = desk.accounts(person, dice);
    all.forEach(call -> write(call, accounts.on(call.at().toLocalDate()), dice));
    accounts.tell(opening.book());
  }

  private void write(Call call, Desk.Account account, Dice dice) {
    Appearance known = account.known();
    Dwelling home = known.address();
    feed.row(
        opening.calendar().key(call.at()),
        calls.next(),
        account.key(),
        Times.american(call.at()),
        call.order().isEmpty() ? dice.pick(TOPICS) : "delivery",
        known.given(),
        known.family(),
        Phones.written(known.phone(), dice),
        known.email(),
        known.born(),
        (home.street() + ' ' + home.unit()).strip(),
        home.city(),
        home.postcode(),
        call.order(),
        Integer.toString(30 + dice.below(900)),
        notes.call(call.order(), dice));
    opening.book().interaction("call");
  }
}
