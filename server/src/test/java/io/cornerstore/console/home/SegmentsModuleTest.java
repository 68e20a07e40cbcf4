package io.cornerstore.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.console.SignedIn;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.kernel.Channel;
import io.cornerstore.profile.ChannelFlow;
import io.cornerstore.profile.Revenues;
import io.cornerstore.profile.Revenues.Currency;
import io.cornerstore.profile.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One customer bought in a store and twice on the web, in two currencies, and sent a part back;
 * another bought once, long ago; an import with a purchase of a million was taken back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentsModuleTest {

  private static final String MAPPING =
      """
      source: %1$s
      channel: %2$s
      files: ["%1$s*.csv"]
      country: GB
      zone: UTC
      currency: GBP
      subject: {key: customer}
      person: {given-name: first, family-name: last, email: mail, tel: phone}
      interaction:
        type: {default: purchase, when: [{column: what, matches: "return", is: return}]}
        time: at
        order: order_no
        refers-to: about
        amount: total
        currency: currency
      """;

  private static final String HEAD =
      "customer,first,last,mail,phone,what,at,order_no,about,total,currency\n";
  private static final String ADA = "Ada,Quillfeather,ada@example.org,07946 000001";
  private static final String BEN = "Ben,Rooksworth,ben@example.org,07946 000002";
  private static final int ADAS_CELL = 2;
  private static final int BENS_CELL = 4 * Segments.BANDS;

  private WholeServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    server = WholeServer.startWeb();
    Files.writeString(
        folder.resolve("till.mapping.yaml"), MAPPING.formatted("till", "store-purchase"));
    Files.writeString(folder.resolve("web.mapping.yaml"), MAPPING.formatted("web", "web-order"));
    Files.writeString(
        folder.resolve("till.csv"),
        HEAD
            + row("T1", ADA, "sale", 20, "R1", "", "10.00", "GBP")
            + row("T2", BEN, "sale", 400, "R2", "", "30.00", "GBP"));
    Files.writeString(
        folder.resolve("web.csv"),
        HEAD
            + row("W1", ADA, "sale", 5, "O1", "", "7.00", "EUR")
            + row("W1", ADA, "sale", 3, "O2", "", "5.50", "GBP")
            + row("W1", ADA, "return", 1, "O3", "O2", "2.00", "GBP"));
    server.run(folder);
    Path wrong = Files.createDirectories(folder.resolve("wrong"));
    Files.copy(folder.resolve("till.mapping.yaml"), wrong.resolve("till.mapping.yaml"));
    Files.writeString(
        wrong.resolve("till-wrong.csv"),
        HEAD + row("T2", BEN, "sale", 2, "R9", "", "1000000.00", "GBP"));
    server.run(wrong);
    ImportRuns runs = server.bean(ImportRuns.class);
    runs.undo(
        new Actor.Staff(new UUID(1, 2), "Ann", Set.of(Role.ENGINEER)),
        runs.newest(null, 1).getFirst().id(),
        "the wrong file");
    server.resolve();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String row(
      String customer,
      String person,
      String what,
      int daysAgo,
      String order,
      String about,
      String total,
      String currency) {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo);
    return String.join(
            ",", customer, person, what, day + "T10:30:00Z", order, about, total, currency)
        + "\n";
  }

  private List<Currency> currencies() {
    return server.bean(Revenues.class).latest(Duration.ofSeconds(60)).orElseThrow().currencies();
  }

  @Test
  void grid_countsWhatStands_notWhatWasTakenBack() {
    Segments.Grid grid = server.bean(Segments.class).grid();
    assertThat(grid.total()).isEqualTo(2);
    assertThat(grid.customers().get(ADAS_CELL)).isEqualTo(1);
    assertThat(grid.customers().get(BENS_CELL)).as("not the day before yesterday").isEqualTo(1);
    assertThat(grid.totalDays()).isEqualTo(4);
  }

  @Test
  void revenue_isNetOfReturns_eachCurrencyForItself() {
    List<Currency> currencies = currencies();
    assertThat(currencies).extracting(Currency::code).containsExactly("GBP", "EUR");
    Currency pounds = currencies.getFirst();
    assertThat(pounds.minorUnits().get(ADAS_CELL)).isEqualTo(1000 + 550 - 200);
    assertThat(pounds.minorUnits().get(BENS_CELL)).isEqualTo(3000);
    assertThat(pounds.total()).isEqualTo(4350);
    assertThat(pounds.customers()).isEqualTo(2);
    Currency euros = currencies.getLast();
    assertThat(euros.minorUnits().get(ADAS_CELL)).isEqualTo(700);
    assertThat(euros.total()).isEqualTo(700);
  }

  @Test
  void revenue_isRecordedAsAReading() {
    currencies();
    assertThat(
            server
                .jdbc()
                .sql("select count(*) from audit.entry where action = 'profile.revenue'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void flow_followsTheCustomerFromStoreToWeb() {
    ChannelFlow flow = server.bean(Segments.class).habits().flow();
    assertThat(flow.steps(Channel.STORE_PURCHASE, Channel.WEB_ORDER)).isEqualTo(1);
    assertThat(flow.steps(Channel.WEB_ORDER, Channel.WEB_ORDER)).isEqualTo(1);
    assertThat(flow.last(Channel.WEB_ORDER)).isEqualTo(1);
    assertThat(flow.last(Channel.STORE_PURCHASE)).as("the other customer").isEqualTo(1);
  }

  @Test
  void page_showsMoneyFlowAndWeek_inPictureAndTable() throws Exception {
    try (SignedIn visitor = SignedIn.as(server, "mara", Role.MARKETER)) {
      currencies();
      String page = visitor.get("/segments").body();
      assertThat(page)
          .contains("href=\"/segments?by=GBP\"", "href=\"/segments?by=EUR\"")
          .contains("£13.50 · 31%", "€7.00 · 100%", "£30.00 · 69%")
          .contains("Store, then Web shop: 1 (50%)", "10:00 to 11:00")
          .doesNotContain("Quillfeather", "1,000,000");
      String euros = visitor.get("/segments?by=EUR").body();
      assertThat(euros).contains("aria-current=\"true\">Money in EUR", ">€7</text>");
      assertThat(visitor.get("/segments?by=nothing").body())
          .contains("aria-current=\"true\">Customers");
    }
  }
}
