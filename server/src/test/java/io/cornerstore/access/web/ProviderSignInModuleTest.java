package io.cornerstore.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cornerstore.WholeServer;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Invitations;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.audit.RecordedEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sign-in by a real OpenID Connect provider, over HTTP, all redirects followed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInModuleTest {

  private static final Actor LAUNCHER = new Actor.Machine("launcher");

  private HouseProvider provider;
  private WholeServer server;

  @BeforeAll
  void start() throws IOException {
    provider = HouseProvider.down();
    server = start(provider);
    provider.start(server.address("/"));
  }

  private static WholeServer start(HouseProvider provider, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "cornerstore.access.provider.issuer=" + provider.issuer(),
                "cornerstore.access.provider.client-id=" + HouseProvider.CLIENT,
                "cornerstore.access.provider.client-secret=" + HouseProvider.SECRET,
                "cornerstore.access.provider.name=the house"));
    settings.addAll(List.of(more));
    return WholeServer.startWeb(settings.toArray(String[]::new));
  }

  @AfterAll
  void stop() {
    server.close();
    provider.close();
  }

  private static UUID invite(WholeServer server, String name) {
    return server
        .bean(Invitations.class)
        .invite(LAUNCHER, name, name, Set.of(Role.SERVICE))
        .staff();
  }

  private Visitor visitor() {
    return new Visitor(server.address("/").getPort());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
  }

  /** All the way there and back; what the server answers at the end of it. */
  private HttpResponse<String> signIn(Visitor visitor, String person) throws Exception {
    return back(visitor, provider.visit(begin(visitor), person));
  }

  private static String begin(Visitor visitor) {
    return location(visitor.get("/sign-in/with/provider"));
  }

  private static HttpResponse<String> back(Visitor visitor, String address) {
    URI uri = URI.create(address);
    return visitor.get(uri.getRawPath() + "?" + uri.getRawQuery());
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/").statusCode() == 200;
  }

  private List<String> actions(UUID staff) {
    return server.bean(AuditTrail.class).newest(null, 200).items().stream()
        .map(RecordedEntry::entry)
        .filter(entry -> entry.concerns().contains("staff:" + staff))
        .map(entry -> entry.action())
        .toList();
  }

  @Test
  void invitedPerson_signsIn_andGoesOnToThePageTheyWanted() throws Exception {
    UUID id = invite(server, "ada");
    Visitor visitor = visitor();
    assertThat(location(visitor.get("/segments?x=1"))).endsWith("/sign-in");
    assertThat(visitor.get("/sign-in").body())
        .contains("href=\"/sign-in/with/provider\"", "Sign in with the house");

    String authorize = begin(visitor);
    assertThat(authorize)
        .startsWith(provider.issuer())
        .contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=");
    HttpResponse<String> arrived = back(visitor, provider.visit(authorize, "ada"));

    assertThat(arrived.statusCode()).isEqualTo(200);
    assertThat(arrived.body()).contains("content=\"0;url=/segments?x=1");
    assertThat(arrived.headers().allValues("Set-Cookie"))
        .anyMatch(line -> line.startsWith("cornerstore=") && line.contains("SameSite=Strict"));
    assertThat(isIn(visitor)).isTrue();
    assertThat(actions(id)).contains("staff.identity", "staff.sign-in");
  }

  /** What a browser sends along from site to site is its own affair: so a real one. */
  @Test
  void browser_goesThereAndBack_andOnToThePageItWanted() {
    invite(server, "lea");
    try (RealBrowser browser = RealBrowser.launch()) {
      Page page = browser.visit(server.address("/"), "lea");
      page.request().get(provider.issuer()); // signed in there
      page.navigate("/segments?x=1");
      page.getByText("Sign in with the house").click();
      page.waitForURL("**/segments?x=1");
      page.navigate("/");
      assertThat(page.locator("main h1").textContent()).contains("Who is it?");

      Page nobody = browser.visit(server.address("/"), "nobody-there");
      nobody.request().get(provider.issuer());
      nobody.navigate("/sign-in");
      nobody.getByText("Sign in with the house").click();
      nobody.waitForURL("**/sign-in?no-account");
      assertThat(nobody.locator("main").textContent()).contains("have no account here");
    }
  }

  @Test
  void personWithoutAccount_isRefused_inWords() throws Exception {
    Visitor visitor = visitor();
    String refused = location(signIn(visitor, "nobody-here"));

    assertThat(refused).endsWith("/sign-in?no-account");
    assertThat(visitor.get("/sign-in?no-account").body()).contains("have no account here");
    assertThat(isIn(visitor)).isFalse();
  }

  @Test
  void lockedAccount_isRefused_andSessionsOfItEnd() throws Exception {
    UUID id = invite(server, "ben");
    Visitor visitor = visitor();
    signIn(visitor, "ben");
    assertThat(isIn(visitor)).isTrue();
    server.bean(StaffAccounts.class).lock(LAUNCHER, id);

    assertThat(isIn(visitor)).isFalse();
    assertThat(location(signIn(visitor(), "ben"))).endsWith("/sign-in?account-locked");
    assertThat(actions(id)).contains("staff.sign-in-refused");
  }

  @Test
  void signOutEverywhere_endsTheSession() throws Exception {
    UUID id = invite(server, "cleo");
    Visitor visitor = visitor();
    signIn(visitor, "cleo");
    server.bean(StaffAccounts.class).signOutEverywhere(LAUNCHER, id);

    assertThat(isIn(visitor)).isFalse();
  }

  @Test
  void accountOfSomebody_isNotGivenToSomebodyElseOfThatName() throws Exception {
    invite(server, "dora");
    signIn(visitor(), "dora");
    provider.habits.otherName = "dora";
    try {
      assertThat(location(signIn(visitor(), "impostor"))).endsWith("/sign-in?no-account");
    } finally {
      provider.habits.otherName = "";
    }
    Visitor visitor = visitor();
    signIn(visitor, "dora");
    assertThat(isIn(visitor)).isTrue();
  }

  @Test
  void resetAccount_mayBeJoinedAnew() throws Exception {
    UUID id = invite(server, "finn");
    signIn(visitor(), "finn");
    server.bean(Invitations.class).reset(LAUNCHER, id);
    provider.habits.otherName = "finn";
    try {
      Visitor visitor = visitor();
      signIn(visitor, "finn-anew");
      assertThat(isIn(visitor)).isTrue();
    } finally {
      provider.habits.otherName = "";
    }
  }

  @Test
  void tokenOfAnotherSignIn_isRefused() throws Exception {
    invite(server, "gwen");
    provider.habits.otherNonce = true;
    try {
      Visitor visitor = visitor();
      assertThat(location(signIn(visitor, "gwen"))).endsWith("/sign-in?provider-refused");
      assertThat(isIn(visitor)).isFalse();
    } finally {
      provider.habits.otherNonce = false;
    }
  }

  @Test
  void tokenSignedByAnotherKey_isRefused() throws Exception {
    invite(server, "hugo");
    signIn(visitor(), "hugo");
    provider.habits.otherKey = true;
    try {
      Visitor visitor = visitor();
      assertThat(location(signIn(visitor, "hugo"))).endsWith("/sign-in?provider-refused");
      assertThat(isIn(visitor)).isFalse();
    } finally {
      provider.habits.otherKey = false;
    }
  }

  @Test
  void wayBack_ofAnotherBrowserOrTwice_isRefused() throws Exception {
    invite(server, "ines");
    Visitor visitor = visitor();
    String address = provider.visit(begin(visitor), "ines");

    assertThat(location(back(visitor(), address))).endsWith("/sign-in?expired");
    back(visitor, address);
    assertThat(isIn(visitor)).isTrue();
    assertThat(location(back(visitor, address))).endsWith("/sign-in?expired");
  }

  @Test
  void accountPages_askTheProviderForThePasswordAnew() {
    Visitor visitor = visitor();

    assertThat(location(visitor.get("/staff"))).endsWith("/sign-in?again");
    assertThat(visitor.get("/sign-in?again").body()).contains("/sign-in/with/provider?again");
    assertThat(location(visitor.get("/sign-in/with/provider?again"))).contains("prompt=login");
    assertThat(begin(visitor)).doesNotContain("prompt=");
  }

  @Test
  void providerDownAtStart_isSaidInWords_andWorksOnceItIsUp() throws Exception {
    try (HouseProvider late = HouseProvider.down();
        WholeServer other = start(late)) {
      invite(other, "jan");
      Visitor visitor = new Visitor(other.address("/").getPort());

      assertThat(begin(visitor)).endsWith("/sign-in?provider-down");
      assertThat(visitor.get("/sign-in?provider-down").body()).contains("does not answer");
      late.start(other.address("/"));
      back(visitor, late.visit(begin(visitor), "jan"));
      assertThat(isIn(visitor)).isTrue();
    }
  }

  @Test
  void rolesOfTheProvider_countWhereTheyAreTranslated() throws Exception {
    try (HouseProvider house = HouseProvider.down();
        WholeServer other =
            start(
                house,
                "cornerstore.access.provider.roles-claim=groups",
                "cornerstore.access.provider.roles=shop floor=service,data=engineer",
                "cornerstore.access.provider.create-accounts=true")) {
      house.start(other.address("/"));
      house.habits.groups.put("kim", List.of("shop floor", "choir"));
      Visitor kim = new Visitor(other.address("/").getPort());
      back(kim, house.visit(begin(kim), "kim"));
      assertThat(isIn(kim)).isTrue();
      assertThat(roles(other, "kim")).containsExactly(Role.SERVICE);

      house.habits.groups.put("kim", List.of("data"));
      back(kim, house.visit(begin(kim), "kim"));
      assertThat(roles(other, "kim")).containsExactly(Role.ENGINEER);

      house.habits.groups.put("kim", List.of("choir"));
      assertThat(location(back(kim, house.visit(begin(kim), "kim")))).endsWith("/sign-in?no-role");
    }
  }

  private static Set<Role> roles(WholeServer server, String name) {
    return server.bean(StaffAccounts.class).list().stream()
        .filter(account -> account.signInName().equals(name))
        .map(StaffAccount::roles)
        .findFirst()
        .orElseThrow();
  }
}
