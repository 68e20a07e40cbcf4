package io.cornerstore.access.web.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Sign-ins that are under way at the provider. Not in sessions: their cookie is not sent when the
 * browser comes back from another site, and a session for everybody who begins would fill memory. A
 * cookie of its own, sent on the way back, names the entry. Bounded: 10,000 for ten minutes, the
 * oldest are forgotten first. Thread-safe.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  static final String COOKIE = "cornerstore-provider";

  private static final Duration HOLDS = Duration.ofMinutes(10);
  private static final int MOST = 10_000;
  private static final int TOKEN_BYTES = 18;
  private static final String TARGET = PendingSignIns.class.getName() + ".target";

  private record Pending(OAuth2AuthorizationRequest request, String target, Instant since) {}

  private final RequestCache wanted;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Pending> pending =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
          return size() > MOST;
        }
      };

  PendingSignIns(RequestCache wanted, Clock clock) {
    this.wanted = wanted;
    this.clock = clock;
  }

  /** Where somebody wanted to go before they signed in, once their sign-in was removed. */
  static String target(HttpServletRequest request) {
    return request.getAttribute(TARGET) instanceof String target ? target : "/";
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest begun,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (begun == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String target = path(wanted.getRequest(request, response));
    synchronized (pending) {
      Instant bound = clock.instant().minus(HOLDS);
      pending.values().removeIf(each -> each.since().isBefore(bound));
      pending.put(key, new Pending(begun, target, clock.instant()));
    }
    send(request, response, key, (int) HOLDS.toSeconds());
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    String state = request.getParameter("state");
    synchronized (pending) {
      Pending begun = cookie == null ? null : pending.get(cookie.getValue());
      return begun != null
              && begun.since().plus(HOLDS).isAfter(clock.instant())
              && begun.request().getState() != null
              && begun.request().getState().equals(state)
          ? begun.request()
          : null;
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (begun != null && cookie != null) {
      synchronized (pending) {
        Pending removed = pending.remove(cookie.getValue());
        if (removed != null) {
          request.setAttribute(TARGET, removed.target());
        }
      }
      send(request, response, "", 0);
    }
    return begun;
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, String key, int seconds) {
    var cookie = new Cookie(COOKIE, key);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setPath(request.getContextPath() + "/sign-in");
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  /** Of this server only, whatever host the saved address names. */
  private static String path(@Nullable SavedRequest saved) {
    if (saved == null) {
      return "/";
    }
    URI wanted = URI.create(saved.getRedirectUrl());
    String path = wanted.getRawPath();
    if (path == null || !path.startsWith("/") || path.startsWith("//")) {
      return "/";
    }
    return wanted.getRawQuery() == null ? path : path + "?" + wanted.getRawQuery();
  }
}
