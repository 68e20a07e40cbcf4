package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/** Newsletter sign-ups and visits to store events, as compressed JSON Lines. */
final class Visits implements Channel {

  private static final Gaps GAPS = new Gaps(0, 0.86, 0, 0.3, 0, 0.93, 0.34, 0.32);
  private static final Slips SLIPS = new Slips(0.07, 0.17, 0.03, 0.02, 0.1, 0.06, 0.03, 0.28);
  private static final List<String> EVENTS =
      List.of("Wine tasting", "Cooking class", "Book evening", "Bicycle clinic", "Summer market");

  private final Opening opening;
  private final Feed feed;
  private final Dice mishaps;
  private final Desk desk;
  private final Keys ids;

  Visits(Opening opening) {
    this.opening = opening;
    this.feed = opening.press().open("event-visits.jsonl.gz", StandardCharsets.UTF_8, "");
    this.mishaps = opening.dice(0x56495349L);
    Clerk clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.TYPED, opening.town().businesses());
    Keys numbers =
        new Keys(
            opening.seed(0x4E4CL), opening.room(8), n -> "nl_" + Long.toString(n + 60_000, 36));
    this.desk = new Desk("events", numbers, clerk, 0.3, 0.1);
    this.ids = new Keys(opening.seed(0x5649L), opening.room(12), n -> "v" + Keys.padded(n, 9));
  }

  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    double mean = opening.volume() * person.habits().activity() * 0.5;
    Desk.Accounts accounts = desk.accounts(person, dice);
    for (LocalDateTime at : Channel.moments(opening.calendar(), Rhythm.STORE, person, mean, dice)) {
      write(at, accounts.on(at.toLocalDate()), dice);
    }
    accounts.tell(opening.book());
  }

  private void write(LocalDateTime at, Desk.Account account, Dice dice) {
    Appearance known = account.known();
    boolean visit = dice.chance(0.6);
    Json json = new Json().open('{').put("id", ids.next());
    json.put("kind", visit ? "visit" : "newsletter").put("at", at.toString());
    json.put("subscriber", account.key());
    json.name("person").open('{').put("first", known.given()).put("last", known.family());
    json.put("email", known.email()).put("phone", Phones.written(known.phone(), dice));
    json.put("born", known.born()).put("city", known.address().city());
    json.put("zip", known.address().postcode()).close('}');
    json.put("topic", visit ? dice.pick(EVENTS) : "Weekly letter").close('}');
    String line = json.toString();
    int key = opening.calendar().key(at);
    feed.add(key, line + '\n', 1);
    opening.book().interaction(visit ? "visit" : "other");
    if (mishaps.chance(CsvFeed.DAMAGE)) {
      String part = line.substring(0, mishaps.between(10, line.length() - 2));
      feed.addMalformed(key, part + '\n', "broken-json");
    }
  }
}
