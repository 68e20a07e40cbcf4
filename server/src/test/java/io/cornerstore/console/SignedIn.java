package io.cornerstore.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.Actor;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccounts;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the staff before the pages of a server: a browser without script. */
public final class SignedIn implements AutoCloseable {

  private static final String PASSWORD = "kucing payung gunung teh";

  private final WholeServer server;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private String token = "";

  private SignedIn(WholeServer server) {
    this.server = server;
  }

  /** A new account of that name and these roles, signed in. */
  public static SignedIn as(WholeServer server, String name, Role... roles)
      throws IOException, InterruptedException {
    server
        .bean(StaffAccounts.class)
        .create(new Actor.Machine("launcher"), new NewStaff(name, name, Set.of(roles), PASSWORD));
    SignedIn visitor = new SignedIn(server);
    visitor.get("/sign-in");
    visitor.post("/sign-in", Map.of("username", name, "password", PASSWORD));
    visitor.get("/keys");
    return visitor;
  }

  /** The page there. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        browser.send(HttpRequest.newBuilder(server.address(path)).build(), BodyHandlers.ofString());
    String page = answer.body();
    if (page.contains("name=\"_csrf\"")) {
      token = hidden(page, "_csrf");
    }
    return answer;
  }

  /** What a form is answered with. */
  public String post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token);
    String form =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return browser
        .send(
            HttpRequest.newBuilder(server.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  /** What a hidden field of a page holds. */
  public static String hidden(String page, String name) {
    return last(page, "name=\"" + name + "\" value=\"([^\"]+)\"");
  }

  /** The group of the last place where the pattern fits. */
  public static String last(String page, String pattern) {
    List<MatchResult> found = Pattern.compile(pattern).matcher(page).results().toList();
    assertThat(found).as(pattern).isNotEmpty();
    return found.getLast().group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    browser.close();
  }
}
