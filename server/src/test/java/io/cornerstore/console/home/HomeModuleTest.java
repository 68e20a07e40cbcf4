package io.cornerstore.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Segments;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The first page as each role sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeModuleTest {

  private static final Actor LAUNCHER = new Actor.Machine("launcher");
  private static final String PASSWORD = "kucing payung gunung teh";
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final String MAPPING =
      """
      source: crm
      channel: web-form
      files: ["*.csv"]
      country: GB
      rows: upserts
      version: {column: changed, formats: ["yyyy-MM-dd"]}
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;

  private WholeServer server;
  private CustomerId ada;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("last-backup"),
        "data=" + Instant.now().minus(Duration.ofHours(5)).toString().replace(":", "\\:") + "\n");
    server =
        WholeServer.startWeb(
            "cornerstore.operations.data-folder=" + folder, "cornerstore.operations.version=9.8.7");
    Files.writeString(folder.resolve("crm.mapping.yaml"), MAPPING);
    Files.writeString(
        folder.resolve("crm.csv"),
        """
        id,first,last,mail,changed
        1,Ada,Quillfeather,ada@example.org,2026-01-01
        2,Ben,Rooksworth,ben@example.org,yesterday
        """);
    server.run(folder);
    server.resolve();
    ada =
        server
            .jdbc()
            .sql("select customer from profile.golden limit 1")
            .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
            .single();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private StaffAccount staff(Role role) {
    String name = role.name().toLowerCase(Locale.ROOT);
    return server
        .bean(StaffAccounts.class)
        .create(LAUNCHER, new NewStaff(name, name, Set.of(role), PASSWORD));
  }

  /** The first page after a sign-in with that name. */
  private String home(StaffAccount account) throws IOException, InterruptedException {
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      String page =
          browser
              .send(
                  HttpRequest.newBuilder(server.address("/sign-in")).build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(page).as("no other way is configured").doesNotContain("/sign-in/with");
      Matcher token = FORM_TOKEN.matcher(page);
      assertThat(token.find()).isTrue();
      String form =
          "_csrf=%s&username=%s&password=%s"
              .formatted(encoded(token.group(1)), account.signInName(), encoded(PASSWORD));
      return browser
          .send(
              HttpRequest.newBuilder(server.address("/sign-in"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void service_seesWhatWasWrittenDownLately_andForWhom() throws Exception {
    StaffAccount account = staff(Role.SERVICE);
    Actor.Staff actor = new Actor.Staff(account.id(), account.displayName(), account.roles());
    server
        .bean(Counter.class)
        .note(
            ada,
            new Counter.Note("home-1", "rang about the kettle", Channel.SERVICE_CALL),
            actor,
            AccessPurpose.SERVICE);

    String page = home(account);

    assertThat(page)
        .contains("Written down", "Notes", "1, 1 by you", "Written down lately", "Quillfeather")
        .contains("href=\"/customers/new\"")
        .doesNotContain("kettle", "Openings of personal data", "in quarantine");
  }

  @Test
  void marketer_seesSegmentsInSmall_andNobodysName() throws Exception {
    StaffAccount account = staff(Role.MARKETER);
    server.bean(Segments.class).grid();

    String page = home(account);

    assertThat(page)
        .contains("class=\"picture small-grid\"", "last 30 days", "href=\"/segments\"")
        .doesNotContain("Quillfeather", "ada@example.org", "href=\"/customers/new\"");
  }

  @Test
  void privacyOfficer_seesOpeningsByPurpose() throws Exception {
    StaffAccount account = staff(Role.PRIVACY_OFFICER);
    Actor.Staff actor = new Actor.Staff(account.id(), account.displayName(), account.roles());
    server.bean(Profiles.class).view(ada, actor, AccessPurpose.PRIVACY);

    assertThat(home(account))
        .contains("Openings of personal data", "<dt>Privacy</dt>", "Pages of exports")
        .contains("Imports taken back", "Refused sign-ins");
  }

  @Test
  void engineer_seesErrorsAndLagOfFeeds() throws Exception {
    String page = home(staff(Role.ENGINEER));

    assertThat(page)
        .contains("crm", "class=\"bad\"", "href=\"/feeds\"")
        .contains("rows could not be read and wait for you")
        .doesNotContain("Rooksworth", "Quillfeather", "ben@example.org");
  }

  @Test
  void steward_seesWhatIsInDoubt_andNeitherFeedsNorStaff() throws Exception {
    assertThat(home(staff(Role.STEWARD)))
        .contains("in doubt; the likeliest would put", "class=\"button\" href=\"/review\"")
        .doesNotContain("href=\"/staff\"", "in quarantine", "Backup of the data");
  }

  @Test
  void administrator_seesDiskBackupsVersionAndAccounts_andNobodysName() throws Exception {
    StaffAccounts accounts = server.bean(StaffAccounts.class);
    StaffAccount gone =
        accounts.create(LAUNCHER, new NewStaff("gone", "gone", Set.of(Role.SERVICE), PASSWORD));
    accounts.lock(LAUNCHER, gone.id());

    String page = home(staff(Role.ADMINISTRATOR));

    assertThat(page)
        .contains("9.8.7", " GB free of ", "class=\"good\">5 hours old")
        .contains("class=\"bad\">none taken from here", "cornerstore backup --to FOLDER --verify")
        .contains("class=\"care\">1: name a second", "<dt>Locked</dt><dd class=\"\">1</dd>")
        .contains("class=\"button\" href=\"/staff\"", "class=\"button\" href=\"/feeds\"")
        .doesNotContain("Quillfeather", "href=\"/review\"");
  }
}
