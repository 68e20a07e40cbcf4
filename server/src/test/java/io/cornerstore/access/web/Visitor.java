package io.cornerstore.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A browser without script: keeps cookies, follows no redirect by itself. */
final class Visitor {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI base;

  Visitor(int port) {
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  HttpResponse<String> get(String path) {
    return get(path, Map.of());
  }

  HttpResponse<String> get(String path, Map<String, String> headers) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), headers);
  }

  HttpResponse<String> post(String path, String token) {
    return post(path, token, Map.of());
  }

  HttpResponse<String> post(String path, String token, Map<String, String> headers) {
    return form(path, token.isEmpty() ? "" : "_csrf=" + encoded(token), headers);
  }

  /** Opens the sign-in page, fills the form and sends it. */
  HttpResponse<String> signIn(String name, String password) {
    String form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(encoded(token("/sign-in")), encoded(name), encoded(password));
    return form("/sign-in", form, Map.of());
  }

  /** The form token a page shows. */
  String token(String path) {
    return get(path).body();
  }

  /** Sets a cookie as somebody who could plant one would. */
  void plant(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(base, cookie);
  }

  private HttpResponse<String> form(String path, String form, Map<String, String> headers) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)),
        headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
    headers.forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
