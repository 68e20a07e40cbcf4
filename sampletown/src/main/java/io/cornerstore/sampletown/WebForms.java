package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.time.LocalDateTime;
import java.util.List;

/** Web forms: one row each time a contact fills one in; the newest version of a contact counts. */
final class WebForms implements Channel {

  private static final Gaps GAPS = new Gaps(0.03, 0.93, 0.04, 0.42, 0, 0.9, 0.58, 0.55);
  private static final Slips SLIPS = new Slips(0.075, 0.13, 0.04, 0.03, 0.1, 0.07, 0.03, 0.24);
  private static final List<String> FORMS =
      List.of("contact", "warranty", "prize-draw", "callback", "feedback");

  private final Opening opening;
  private final CsvFeed feed;
  private final Desk desk;
  private final Notes notes;

  WebForms(Opening opening) {
    this.opening = opening;
    String file = "web-forms.csv";
    this.feed =
        opening.csv(
            file,
            ',',
            1,
            ("contact_id,updated_at,form,first_name,last_name,email,phone,birth_date,street,city,"
                    + "state,zip,message")
                .split(","));
    Clerk clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.TYPED, opening.town().businesses());
    Keys ids =
        new Keys(
            opening.seed(0x464FL),
            opening.room(8),
            n -> Long.toHexString(0xF000_0000_0000L + n * 0x1_0001L));
    this.desk = new Desk("forms", ids, clerk, 0.25, 0.5);
    this.notes = new Notes(opening.book(), file);
  }

  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    double mean = opening.volume() * person.habits().activity() * 0.42;
    Desk.Accounts accounts = desk.accounts(person, dice);
    for (LocalDateTime at : Channel.moments(opening.calendar(), Rhythm.WEB, person, mean, dice)) {
      Desk.Account account = accounts.on(at.toLocalDate());
      Appearance known = account.known();
      Dwelling home = known.address();
      feed.row(
          opening.calendar().key(at),
          account.key(),
          Times.spaced(at),
          dice.pick(FORMS),
          known.given(),
          known.family(),
          known.email(),
          Phones.written(known.phone(), dice),
          born(known.born(), dice),
          (home.street() + ' ' + home.unit()).strip(),
          home.city(),
          home.state(),
          home.postcode(),
          notes.message(dice));
      opening.book().interaction("form");
    }
    accounts.tell(opening.book());
  }

  /** Month first for most, ISO for some. */
  private static String born(String iso, Dice dice) {
    if (iso.isEmpty() || dice.chance(0.3)) {
      return iso;
    }
    String month = iso.substring(5, 7).startsWith("0") ? iso.substring(6, 7) : iso.substring(5, 7);
    String day = iso.substring(8).startsWith("0") ? iso.substring(9) : iso.substring(8);
    return month + '/' + day + '/' + iso.substring(0, 4);
  }
}
