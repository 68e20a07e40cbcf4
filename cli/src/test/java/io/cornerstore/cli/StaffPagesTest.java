package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.Actor;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import io.cornerstore.cli.settings.Settings;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages of accounts in the whole server, as browsers without script use them. */
class StaffPagesTest {

  private static final Actor LAUNCHER = new Actor.Machine("launcher");
  private static final String PASSWORD = "kucing payung gunung teh";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("/welcome/[A-Za-z0-9_-]{22}");

  @TempDir private static Path folder;
  private static Installation installation;
  private static StaffAccounts accounts;
  private static URI home;

  @BeforeAll
  static void start() {
    installation =
        Installation.own(folder, Settings.read(null, Map.of("server.port", "0"), _ -> null));
    ConfigurableApplicationContext application = installation.server();
    accounts = application.getBean(StaffAccounts.class);
    home = URI.create(ListenOptions.address(application));
    accounts.create(LAUNCHER, new NewStaff("root", "Root", Set.of(Role.ADMINISTRATOR), PASSWORD));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  private static StaffAccount account(String name) {
    return accounts.list().stream()
        .filter(one -> one.signInName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A browser: keeps cookies, follows no redirect by itself. */
  private static final class Browser {

    private final URI home;
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser() {
      this(StaffPagesTest.home);
    }

    Browser(URI home) {
      this.home = home;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(home.resolve(path)).header("Accept-Language", "en").build(),
          HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form as the page at {@code from} would, with its token. */
    HttpResponse<String> post(String from, String path, String fields)
        throws IOException, InterruptedException {
      Matcher token = TOKEN.matcher(get(from).body());
      String csrf = token.find() ? "_csrf=" + encoded(token.group(1)) + "&" : "";
      return bare(path, csrf + fields);
    }

    HttpResponse<String> bare(String path, String fields) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(home.resolve(path))
              .header("Accept-Language", "en")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(fields))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    Browser signIn(String name, String password) throws IOException, InterruptedException {
      post("sign-in", "sign-in", "username=" + name + "&password=" + encoded(password));
      return this;
    }

    boolean signedIn() throws IOException, InterruptedException {
      HttpResponse<String> page = get("");
      return page.statusCode() == 200 && page.body().contains("/sign-out");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String link(HttpResponse<String> page) {
    Matcher link = LINK.matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return link.group().substring(1);
  }

  @Test
  void invited_choosesPasswordOnce_andCanSignIn() throws Exception {
    Browser admin = new Browser().signIn("root", PASSWORD);
    String link =
        link(admin.post("staff", "staff/invite", "name=Anna&display=Anna+B.&role=SERVICE"));

    Browser anna = new Browser();
    assertThat(anna.signIn("anna", "guess").signedIn()).isFalse();
    assertThat(anna.get(link).body()).contains("anna");
    HttpResponse<String> easy = anna.post(link, link, "password=passwordpassword");
    assertThat(easy.body()).contains("too easy to guess");
    HttpResponse<String> chosen =
        anna.post(link, link, "password=" + encoded("hujan sepeda lampu merah"));
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(anna.signIn("anna", "hujan sepeda lampu merah").signedIn()).isTrue();

    assertThat(anna.get(link).statusCode()).isEqualTo(404);
    assertThat(anna.get("staff").statusCode()).isEqualTo(403);
    assertThat(admin.get("staff").body()).contains("chose a password").contains("invited");
    assertThat(admin.get("staff").body()).doesNotContain("/welcome/");
  }

  @Test
  void session_endsAtOnce_whenSignedOutEverywhereResetOrLocked() throws Exception {
    Browser admin = new Browser().signIn("root", PASSWORD);
    accounts.create(LAUNCHER, new NewStaff("ben", "Ben", Set.of(Role.STEWARD), PASSWORD));
    String ben = "staff/" + account("ben").id();
    Browser phone = new Browser().signIn("ben", PASSWORD);
    Browser desk = new Browser().signIn("ben", PASSWORD);
    assertThat(phone.signedIn() && desk.signedIn()).isTrue();

    assertThat(admin.post("staff", ben + "/sign-out", "").statusCode()).isEqualTo(200);
    assertThat(phone.signedIn() || desk.signedIn()).isFalse();

    assertThat(phone.signIn("ben", PASSWORD).signedIn()).isTrue();
    String first = link(admin.post("staff", ben + "/reset", ""));
    assertThat(phone.signedIn()).isFalse();
    assertThat(phone.signIn("ben", PASSWORD).signedIn()).isFalse();
    String second = link(admin.post("staff", ben + "/reset", ""));
    assertThat(phone.get(first).statusCode()).isEqualTo(404);
    phone.post(second, second, "password=" + encoded("meja kertas angin biru"));
    assertThat(phone.signIn("ben", "meja kertas angin biru").signedIn()).isTrue();

    admin.post("staff", ben + "/lock", "");
    assertThat(phone.signedIn()).isFalse();
    assertThat(account("ben").locked()).isTrue();
    admin.post("staff", ben + "/unlock", "");
    assertThat(account("ben").locked()).isFalse();
  }

  @Test
  void change_withoutTokenOrOfTheLastAdministrator_isRefused() throws Exception {
    Browser admin = new Browser().signIn("root", PASSWORD);
    String root = "staff/" + account("root").id();
    assertThat(admin.bare(root + "/roles", "role=SERVICE").statusCode()).isEqualTo(403);
    assertThat(
            admin.bare("staff/invite", "_csrf=forged&name=eve&display=&role=SERVICE").statusCode())
        .isEqualTo(403);
    HttpResponse<String> last = admin.post("staff", root + "/roles", "role=SERVICE");
    assertThat(last.statusCode()).isEqualTo(409);
    assertThat(last.body()).contains("the last administrator stays one");
    assertThat(account("root").roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(admin.post("staff", "staff/invite", "name=root&display=&role=SERVICE").statusCode())
        .isEqualTo(409);
  }

  @Test
  void change_fromASessionThatIsNotFresh_asksForANewSignIn() throws Exception {
    Settings strict =
        new Settings(
            Optional.empty(),
            Map.of("cornerstore.access.sessions.fresh-for", "0s"),
            Map.of("server.port", "0"),
            Optional.empty());
    try (Installation other =
        Installation.own(folder.resolveSibling(folder.getFileName() + "-strict"), strict)) {
      ConfigurableApplicationContext application = other.server();
      StaffAccounts there = application.getBean(StaffAccounts.class);
      there.create(LAUNCHER, new NewStaff("root", "Root", Set.of(Role.ADMINISTRATOR), PASSWORD));
      Browser admin = new Browser(URI.create(ListenOptions.address(application)));
      assertThat(admin.signIn("root", PASSWORD).get("staff").statusCode()).isEqualTo(200);
      HttpResponse<String> asked =
          admin.post("staff", "staff/invite", "name=eve&display=&role=SERVICE");
      assertThat(asked.statusCode()).isEqualTo(302);
      assertThat(asked.headers().firstValue("Location").orElse("")).endsWith("/staff");
      assertThat(admin.signedIn()).isFalse();
      assertThat(there.list()).hasSize(1);
    }
  }
}
