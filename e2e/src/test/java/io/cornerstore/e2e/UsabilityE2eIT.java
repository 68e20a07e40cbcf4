package io.cornerstore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ten tasks of four roles, from the first page on, each in under a minute for somebody who does it
 * for the first time: {@code docs/guide/usability.md}. The table there is what {@code
 * target/usability.md} says after a run.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UsabilityE2eIT {

  private static final int LIMIT_SECONDS = 60;
  private static final Map<Integer, String> ROWS = new TreeMap<>();

  @RegisterExtension private final DemoBrowser browser = new DemoBrowser();
  private Newcomer newcomer;
  private Page page;

  @BeforeEach
  void arrive() {
    Visitor visitor = browser.withScript();
    newcomer = new Newcomer(visitor);
    page = visitor.page();
  }

  @AfterEach
  void takesUnderAMinute() {
    assertThat(newcomer.person() + newcomer.program())
        .as("seconds for %d steps", newcomer.steps())
        .isLessThan(LIMIT_SECONDS);
  }

  @AfterAll
  static void writeTable() throws IOException {
    Files.writeString(Path.of("target", "usability.md"), String.join("", ROWS.values()));
  }

  /* The guide names the same task with the same number of steps. */
  private void done(int number, String role, String task) throws IOException {
    String name = "| %d | %s | %s | %d |".formatted(number, role, task, newcomer.steps());
    double person = newcomer.person();
    ROWS.put(
        number, String.format(Locale.ROOT, "%s %.0f | %.1f |%n", name, person, newcomer.program()));
    assertThat(Path.of("../docs/guide/usability.md"))
        .content(StandardCharsets.UTF_8)
        .contains(name);
  }

  private Locator status() {
    return page.getByRole(AriaRole.STATUS).first();
  }

  private void find(String words) {
    newcomer.type("Find a customer", words);
    newcomer.press("Find");
    newcomer.click(page.locator(".hits a").first());
  }

  @Test
  void shopAssistant_findsACustomerWhoseNameWasMisheard() throws IOException {
    Cardholder somebody = Cardholder.of(browser.program());
    find(somebody.given() + " " + somebody.misspelledFamily());
    newcomer.sees(page.locator("h1"));
    assertThat(page.locator("h1").innerText()).contains(somebody.family());
    done(1, "shop assistant", "Find a customer whose name was misheard");
  }

  @Test
  void shopAssistant_correctsAnEmailAddress() throws IOException {
    Cardholder somebody = Cardholder.of(browser.program());
    find(somebody.email());
    newcomer.follow("Put right");
    newcomer.type(page.locator("#f-email"), "new.address@example.org");
    newcomer.press("Keep");
    newcomer.sees(page.locator(".left .value").getByText("new.address@example.org"));
    done(2, "shop assistant", "Correct an e-mail address a customer spells out");
    Locator field = page.locator(".left .fields > div").filter(having("new.address@example.org"));
    field.locator("summary").first().click();
    field.locator("summary").getByText("Take back").click();
    field.locator("button").click();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void shopAssistant_writesDownANote() throws IOException {
    Cardholder somebody = Cardholder.of(browser.program());
    find(somebody.email());
    newcomer.follow("Add a note");
    newcomer.type(page.locator("#note"), "Collects the parcel on Friday after six.");
    newcomer.press("Keep the note");
    Locator note = page.locator(".entry.note").first();
    newcomer.sees(note.getByText("Collects the parcel"));
    done(3, "shop assistant", "Write down what a customer asks for");
    note.locator("summary").click();
    note.locator("button").click();
  }

  @Test
  void shopAssistant_addsSomebodyNew() throws IOException {
    newcomer.follow("Add a customer");
    newcomer.type(page.locator("#f-given-name"), "Marguerite");
    newcomer.type(page.locator("#f-family-name"), "Lanternbrook");
    newcomer.type(page.locator("#f-email"), "marguerite@lanternbrook.example.org");
    newcomer.press("Add");
    newcomer.sees(page.locator("h1").getByText("Marguerite Lanternbrook"));
    done(4, "shop assistant", "Add a customer who is new");
  }

  @Test
  void shopAssistant_tellsWhatBecameOfAnOrder() throws IOException {
    newcomer.type("Find a customer", anOrder());
    newcomer.press("Find");
    newcomer.press("What became of this order");
    newcomer.sees(page.locator(".timeline .entry").first());
    done(5, "shop assistant", "Tell a caller what became of an order");
  }

  private String anOrder() throws IOException {
    Path feed = browser.program().data().resolve("town/feeds/mail-orders.csv");
    List<String> lines = Files.readAllLines(feed, StandardCharsets.ISO_8859_1);
    return lines.get(1).substring(0, lines.get(1).indexOf(','));
  }

  @Test
  void steward_answersADoubtfulCaseAndTakesItBack() throws IOException {
    newcomer.follow("Review");
    newcomer.follow("Start");
    newcomer.press("Never the same");
    newcomer.sees(status());
    newcomer.press("Take my last answer back");
    newcomer.sees(status());
    done(6, "steward", "Answer a doubtful case, and take the answer back");
  }

  @Test
  void steward_takesAForeignRecordOff() throws IOException {
    page.navigate(browser.program().firstCustomer());
    newcomer.choose(page.getByLabel("Purpose of reading"), "Settling who is who");
    newcomer.press("Set");
    newcomer.follow("Why one customer?");
    newcomer.click(page.locator("tbody input[type=checkbox]").last());
    newcomer.press("Show what splitting");
    newcomer.type("Reason", "his brother's order");
    newcomer.press("Split off");
    newcomer.sees(status());
    done(7, "steward", "Take a record that is somebody else's off a customer");
    Visitor steward = new Visitor(browser.program(), page);
    steward.follow("Take that back");
    page.getByLabel("Reason").fill("it was a test");
    steward.press("Take back");
  }

  @Test
  void dataEngineer_mendsARowThatWaits() throws IOException {
    newcomer.follow("Feeds");
    newcomer.follow(FaultyFeed.HATTER.shop());
    newcomer.follow("the time is in none of the formats");
    newcomer.click(page.locator("tbody th a").first());
    newcomer.type(
        page.getByLabel("at", new Page.GetByLabelOptions().setExact(true)), "2026-01-06 09:00:00");
    newcomer.press("Correct and take");
    newcomer.sees(page.locator("h1"));
    done(8, "data engineer", "Mend a row that waits in quarantine");
  }

  @Test
  void dataEngineer_takesAWrongImportBack() throws IOException {
    newcomer.follow("Feeds");
    newcomer.follow(FaultyFeed.IRONMONGER.shop());
    newcomer.follow("Undo …");
    newcomer.type(page.locator("#reason"), "last year's file");
    newcomer.press("Undo this import");
    newcomer.sees(status());
    done(9, "data engineer", "Take a whole wrong import back");
  }

  @Test
  void administrator_invitesAColleague() throws IOException {
    newcomer.follow("Staff");
    newcomer.type(page.locator("#name"), "g.bramble");
    newcomer.type(page.locator("#display"), "Greta Bramble");
    newcomer.click(page.locator("form[action='/staff/invite'] label").getByText("Service"));
    newcomer.press("Invite");
    newcomer.sees(status());
    done(10, "administrator", "Invite a colleague to the shop's till");
  }
}
