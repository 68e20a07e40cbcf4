package io.cornerstore.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.TrustServer;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.SourceSystem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP, as a browser and as a program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsModuleTest {

  private static final Actor LAUNCHER = new Actor.Machine("launcher");
  private static final String PASSWORD = "kucing payung gunung teh";
  private static final String PLANTED = "0123456789ABCDEF0123456789ABCDEF";

  private TrustServer server;
  private String reader;
  private String writer;

  @BeforeAll
  void start() {
    server = TrustServer.startWeb(PlainPages.class);
    var keys = server.bean(ApiKeys.class);
    reader = keys.issue(LAUNCHER, "reader", null, Set.of(ApiScope.SERVICE));
    writer = keys.issue(LAUNCHER, "writer", new SourceSystem("shop"), Set.of(ApiScope.WRITE));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private StaffAccount staff(String name) {
    return server
        .bean(StaffAccounts.class)
        .create(LAUNCHER, new NewStaff(name, name, Set.of(Role.SERVICE), PASSWORD));
  }

  private Visitor visitor() {
    return new Visitor(server.port());
  }

  private Visitor signedIn(String name) {
    staff(name);
    Visitor visitor = visitor();
    visitor.signIn(name, PASSWORD);
    return visitor;
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("none");
  }

  private static Map<String, String> bearer(String key) {
    return Map.of("Authorization", "Bearer " + key);
  }

  private static List<String> sessionCookies(HttpResponse<String> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(line -> line.startsWith("cornerstore="))
        .toList();
  }

  @Test
  void page_withoutSession_sendsToSignIn_andBackAfterIt() {
    staff("back");
    Visitor visitor = visitor();
    var refused = visitor.get("/customers");
    assertThat(refused.statusCode()).isEqualTo(302);
    assertThat(location(refused)).endsWith("/sign-in");
    assertThat(location(visitor.signIn("back", PASSWORD))).contains("/customers");
    assertThat(visitor.get("/customers").body()).startsWith("staff:");
  }

  @Test
  void partOfAPage_withoutSession_tellsTheScriptToGoToSignIn() {
    var refused = visitor().get("/customers", Map.of("HX-Request", "true"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("HX-Redirect")).contains("/sign-in");
  }

  @Test
  void signIn_wrongPasswordUnknownNameLocked_lookTheSame() {
    StaffAccount locked = staff("locked");
    server.bean(StaffAccounts.class).lock(LAUNCHER, locked.id());
    staff("wrong");
    assertThat(location(visitor().signIn("locked", PASSWORD))).endsWith("/sign-in?failed");
    assertThat(location(visitor().signIn("wrong", "no"))).endsWith("/sign-in?failed");
    assertThat(location(visitor().signIn("nobody", PASSWORD))).endsWith("/sign-in?failed");
  }

  @Test
  void signIn_manyFailures_evenTheRightPasswordHasToWait() {
    StaffAccount account = staff("guessed");
    for (int i = 0; i < 3 * SignInThrottle.FREE_PER_ACCOUNT; i++) {
      visitor().signIn("guessed", "guess " + i);
    }
    // The wait doubles from one second; on a slow machine a few more guesses may get through.
    assertThat(location(visitor().signIn("guessed", PASSWORD))).contains("/sign-in?locked&wait=");
    assertThat(server.bean(AuditTrail.class).about(List.of("staff:" + account.id()), 100))
        .filteredOn(row -> row.entry().action().equals("staff.sign-in-refused"))
        .hasSizeGreaterThanOrEqualTo(SignInThrottle.FREE_PER_ACCOUNT);
  }

  @Test
  void session_cookieFlags_newIdAtSignIn_overAfterSignOut() {
    staff("cookie");
    Visitor visitor = visitor();
    visitor.plant("cornerstore", PLANTED);
    String cookie = sessionCookies(visitor.signIn("cookie", PASSWORD)).getFirst();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(PLANTED);

    assertThat(visitor.get("/").body()).startsWith("staff:");
    assertThat(location(visitor.post("/sign-out", visitor.token("/form"))))
        .endsWith("/sign-in?signed-out");
    visitor.plant("cornerstore", cookie.substring("cornerstore=".length(), cookie.indexOf(';')));
    assertThat(visitor.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void signInPage_alone_makesNoSession() {
    var page = visitor().get("/sign-in");
    assertThat(sessionCookies(page)).isEmpty();
    assertThat(page.headers().allValues("Set-Cookie"))
        .anySatisfy(
            line -> assertThat(line).contains("cornerstore-form=", "HttpOnly", "SameSite=Strict"));
  }

  @Test
  void session_endsWhenRolesChange() {
    StaffAccount account = staff("demoted");
    Visitor visitor = visitor();
    visitor.signIn("demoted", PASSWORD);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    server.bean(StaffAccounts.class).setRoles(LAUNCHER, account.id(), Set.of(Role.MARKETER));
    assertThat(visitor.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void form_withoutToken_isRefused_withToken_works() {
    Visitor visitor = signedIn("form");
    assertThat(visitor.post("/change", "").statusCode()).isEqualTo(403);
    assertThat(visitor.post("/change", "forged").statusCode()).isEqualTo(403);
    assertThat(visitor.post("/sign-out", "").statusCode()).isEqualTo(403);
    assertThat(visitor.post("/change", visitor.token("/form")).body()).startsWith("staff:");
  }

  @Test
  void signIn_withoutToken_isShownAgain() {
    assertThat(location(visitor().post("/sign-in", ""))).endsWith("/sign-in?expired");
  }

  @Test
  void api_withoutKey_isAProblem() {
    var refused = visitor().get("/api/v1/me");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(refused.body())
        .contains("\"type\":\"http://127.0.0.1:" + server.port() + "/problems/sign-in-required\"")
        .contains("\"status\":401");
    assertThat(sessionCookies(refused)).isEmpty();
  }

  @Test
  void api_withKey_actsAsTheKey_withoutSessionOrToken() {
    var answer = visitor().get("/api/v1/me", bearer(reader));
    assertThat(answer.body()).isEqualTo("machine:reader");
    assertThat(sessionCookies(answer)).isEmpty();
    assertThat(visitor().post("/api/v1/change", "", bearer(reader)).body())
        .isEqualTo("machine:reader");
  }

  @Test
  void api_wrongKeyBesideASession_isRefused_andTheSessionStays() {
    Visitor visitor = signedIn("beside");
    assertThat(visitor.get("/api/v1/me").body()).startsWith("staff:");
    var refused = visitor.get("/api/v1/me", bearer("cs_wrong"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("unknown-key");
    assertThat(visitor.post("/api/v1/change", "").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/api/v1/me").body()).startsWith("staff:");
  }

  @Test
  void api_keyThatOnlyWrites_isNotAllowed() {
    var refused = visitor().get("/api/v1/me", bearer(writer));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void page_withKey_isNotOpen() {
    assertThat(visitor().get("/customers", bearer(reader)).statusCode()).isEqualTo(302);
  }

  @Test
  void ingestion_needsNoToken_andMakesNoSession() {
    var answer = visitor().post("/v1/track", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("nobody");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/livez", "/readyz", "/assets/a.css", "/problems/x", "/openapi.json", "/sign-in"})
  void open_path_needsNobody(String path) {
    assertThat(visitor().get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator",
        "/nothing",
        "/assets/../customers",
        "//customers"
      })
  void otherPath_withoutSession_isClosed(String path) {
    assertThat(visitor().get(path).statusCode()).isIn(302, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/customers", "/assets/a.css"})
  void page_headers_areStrict(String path) {
    var headers = visitor().get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
                + " script-src 'self'; connect-src 'self'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }
}
