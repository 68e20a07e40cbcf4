package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Web orders as JSON Lines with nested customer and items, times in UTC. A third are guests without
 * an account: each of their orders is a subject of its own. Some events are sent twice.
 */
final class WebShop implements Channel {

  private static final Gaps GAPS = new Gaps(0.04, 0.97, 0.05, 0, 0, 0.97, 0.66, 0.94);
  private static final Slips SLIPS = new Slips(0.055, 0.1, 0.03, 0.02, 0.1, 0, 0.02, 0.22);
  private static final ZoneId TOWN = ZoneId.of("America/New_York");
  private static final double TWICE = 1 / 900.0;

  /** One event of an order. */
  private record Event(
      String type,
      String order,
      String refersTo,
      LocalDateTime at,
      String customer,
      Basket basket) {}

  private final Opening opening;
  private final Feed feed;
  private final Dice mishaps;
  private final Clerk clerk;
  private final Desk desk;
  private final Keys orders;
  private final Keys events;

  WebShop(Opening opening) {
    this.opening = opening;
    this.feed = opening.press().open("web-orders.jsonl", StandardCharsets.UTF_8, "");
    this.mishaps = opening.dice(0x57454253L);
    this.clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.TYPED, opening.town().businesses());
    Keys numbers =
        new Keys(opening.seed(0x574542L), opening.room(10), n -> "C" + Keys.padded(n, 8));
    this.desk = new Desk("webshop", numbers, clerk, 0.15, 0.06);
    this.orders =
        new Keys(opening.seed(0x4F524445L), opening.room(12), n -> "W" + Keys.padded(n, 9));
    this.events =
        new Keys(
            opening.seed(0x4556L),
            opening.room(14),
            n -> "ev-" + Long.toHexString(0x1000_0000_0000L + n));
  }

  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    Person.Habits habits = person.habits();
    if (person.contacts().emails().isEmpty() && dice.chance(0.8)) {
      return;
    }
    double mean = opening.volume() * habits.activity() * 3.3 * habits.online();
    Desk.Accounts accounts = desk.accounts(person, dice);
    double guest = dice.chance(0.4) ? 0.7 : 0.08;
    for (LocalDateTime at : Channel.moments(opening.calendar(), Rhythm.WEB, person, mean, dice)) {
      String order = orders.next();
      boolean account = !dice.chance(guest);
      Desk.Account used = account ? accounts.on(at.toLocalDate()) : null;
      Appearance known =
          used == null ? style(clerk.take(person, at.toLocalDate(), dice), dice) : used.known();
      if (used == null) {
        opening.book().group("webshop", order, "p" + person.id(), known);
      }
      Basket basket = Basket.draw(opening.town().catalog(), habits, 2.2, dice);
      String customer = used == null ? "" : used.key();
      Event event = new Event("order", order, "", at, customer, basket);
      write(event, known, dice);
      opening.book().interaction("purchase");
      if (!undo(event, person, known, dice)) {
        diary.orders().add(new Diary.Order(order, at, known));
      }
    }
    accounts.tell(opening.book());
  }

  private static Appearance style(Appearance known, Dice dice) {
    if (!dice.chance(0.12)) {
      return known;
    }
    return new Appearance(
        known.given().toLowerCase(Locale.ROOT),
        known.middle(),
        known.family().toLowerCase(Locale.ROOT),
        known.suffix(),
        known.born(),
        known.sex(),
        known.email(),
        known.phone(),
        known.address(),
        known.company());
  }

  /** Says whether the whole order was cancelled, so nothing is sent. */
  private boolean undo(Event order, Person person, Appearance known, Dice dice) {
    boolean cancelled = dice.chance(0.035);
    if (!cancelled && !dice.chance(0.08)) {
      return false;
    }
    LocalDateTime at =
        cancelled
            ? order.at().plusMinutes(dice.between(3, 600))
            : order.at().plusDays(dice.between(4, 30));
    if (at.isBefore(opening.calendar().until().atStartOfDay())) {
      String type = cancelled ? "cancellation" : "return";
      String number = orders.next();
      Basket back = cancelled ? order.basket() : order.basket().some(dice);
      if (order.customer().isEmpty()) {
        opening.book().group("webshop", number, "p" + person.id(), known);
      }
      write(new Event(type, number, order.order(), at, order.customer(), back), known, dice);
      opening.book().interaction(type);
    }
    return cancelled;
  }

  private void write(Event event, Appearance known, Dice dice) {
    String at = event.at().atZone(TOWN).withZoneSameInstant(ZoneOffset.UTC).toInstant().toString();
    Json json = new Json().open('{').put("event_id", events.next()).put("type", event.type());
    json.put("order_no", event.order()).put("refers_to", event.refersTo()).put("placed_at", at);
    customer(json.name("customer"), event, known, dice);
    json.put("currency", event.basket().currency());
    json.put("total", Basket.money(event.basket().cents()));
    json.name("items").open('[');
    for (Basket.Line line : event.basket().lines()) {
      Product product = line.product();
      json.open('{').put("sku", product.sku()).put("title", product.name());
      json.put("qty", line.quantity()).put("unit_price", Basket.money(product.cents()));
      json.put("category", product.category()).put("brand", product.maker()).close('}');
    }
    String line = json.close(']').close('}').toString();
    int key = opening.calendar().key(event.at());
    feed.add(key, line + '\n', 1);
    mishap(key, line, at);
  }

  private static void customer(Json json, Event event, Appearance known, Dice dice) {
    Dwelling home = known.address();
    json.open('{').put("id", event.customer()).put("first_name", known.given());
    json.put("middle_name", known.middle()).put("last_name", known.family());
    json.put("suffix", known.suffix()).put("email", known.email());
    json.put("phone", Phones.written(known.phone(), dice));
    json.name("address").open('{').put("line1", home.street()).put("line2", home.unit());
    json.put("city", home.city()).put("state", home.state()).put("zip", home.postcode());
    json.close('}').close('}');
  }

  private void mishap(int key, String line, String at) {
    if (mishaps.chance(TWICE)) {
      feed.addRepeated(key, line + '\n');
    }
    if (mishaps.chance(CsvFeed.DAMAGE)) {
      if (mishaps.chance(0.5)) {
        String part = line.substring(0, mishaps.between(20, line.length() - 2));
        feed.addMalformed(key, part + '\n', "broken-json");
      } else {
        // Another event id: the good event must not be taken for this one's second coming.
        String bad = line.replace(at, CsvFeed.badDate(mishaps)).replaceFirst("ev-1", "ev-bad-");
        feed.addMalformed(key, bad + '\n', "bad-date");
      }
    }
  }
}
