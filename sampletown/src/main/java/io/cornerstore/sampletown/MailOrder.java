package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Calendar.Rhythm;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Orders on paper: Latin-1, upper case, read off handwriting, sometimes UTF-8 taken for Latin-1.
 * People forget their customer number and get another.
 */
final class MailOrder implements Channel {

  private static final Gaps GAPS = new Gaps(0.25, 0.99, 0.2, 0, 0.55, 0.06, 0.45, 0.99);
  private static final Slips SLIPS = new Slips(0.12, 0.05, 0.12, 0.025, 0.12, 0, 0.04, 0.4);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");
  private static final CharsetEncoder LATIN = StandardCharsets.ISO_8859_1.newEncoder();

  private final Opening opening;
  private final CsvFeed feed;
  private final Desk desk;
  private final Keys orders;
  private final Notes notes;

  MailOrder(Opening opening) {
    this.opening = opening;
    String file = "mail-orders.csv";
    String[] header =
        ("order_no,kind,received,customer_no,title,first,middle,last,suffix,street,unit,city,state,"
                + "zip,phone,email,sku,item,qty,price,orig_order,remark")
            .split(",");
    this.feed =
        new CsvFeed(
            opening.press().open(file, StandardCharsets.ISO_8859_1, CsvFeed.join(',', header)),
            ',',
            2,
            opening.dice(0x4D41494CL));
    Clerk clerk = new Clerk(GAPS, SLIPS, Clerk.Sense.READ, opening.town().businesses());
    Keys numbers =
        new Keys(opening.seed(0x4D41L), opening.room(6), n -> Long.toString(1_000_000 + n));
    this.desk = new Desk("mailorder", numbers, clerk, 0.3, 0.25);
    this.orders = new Keys(opening.seed(0x4D4FL), opening.room(8), n -> "M" + Keys.padded(n, 8));
    this.notes = new Notes(opening.book(), file);
  }

  @Override
  public void serve(Person person, Diary diary, Dice dice) {
    int age = person.age(opening.calendar().until());
    double mean = opening.volume() * person.habits().activity() * (age > 55 ? 0.7 : 0.14);
    Desk.Accounts accounts = desk.accounts(person, dice);
    for (LocalDateTime at :
        Channel.moments(opening.calendar(), Rhythm.OFFICE, person, mean, dice)) {
      Desk.Account account = accounts.on(at.toLocalDate());
      Basket basket = Basket.draw(opening.town().catalog(), person.habits(), 1.8, dice);
      Basket inDollars = new Basket(basket.lines(), "USD");
      String order = orders.next();
      write(order, "ORDER", at, account, inDollars, "", person, dice);
      opening.book().interaction("purchase");
      diary.orders().add(new Diary.Order(order, at, account.known()));
      LocalDate back = at.toLocalDate().plusDays(dice.between(9, 40));
      if (dice.chance(0.07) && back.isBefore(opening.calendar().until())) {
        Basket some = inDollars.some(dice);
        write(orders.next(), "RETURN", back.atTime(9, 0), account, some, order, person, dice);
        opening.book().interaction("return");
      }
    }
    accounts.tell(opening.book());
  }

  private void write(
      String order,
      String kind,
      LocalDateTime at,
      Desk.Account account,
      Basket basket,
      String refersTo,
      Person person,
      Dice dice) {
    Appearance known = account.known();
    Dwelling home = known.address();
    String title = known.sex().isEmpty() ? "" : known.sex().equals("F") ? "MRS" : "MR";
    String remark = notes.remark(dice);
    for (Basket.Line line : basket.lines()) {
      feed.row(
          opening.calendar().key(at),
          order,
          kind,
          DAY.format(at),
          account.key(),
          title,
          latin(known.given(), person),
          latin(known.middle(), person),
          latin(known.family(), person),
          known.suffix().toUpperCase(Locale.ROOT),
          latin(home.street(), person),
          home.unit().toUpperCase(Locale.ROOT),
          latin(home.city(), person),
          home.state(),
          home.postcode(),
          known.phone().isEmpty() ? "" : known.phone(),
          known.email(),
          line.product().sku(),
          latin(line.product().name(), person),
          Integer.toString(line.quantity()),
          Basket.money(line.product().cents()),
          refersTo,
          remark);
      remark = "";
    }
  }

  /** Upper case in Latin-1; for one person in eight the accents went wrong on the way. */
  private static String latin(String text, Person person) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals(Emails.ascii(upper))) {
      return upper;
    }
    if (!LATIN.canEncode(upper)) {
      return Emails.ascii(upper);
    }
    return person.id() % 8 == 0 ? Errors.mojibake(upper) : upper;
  }
}
