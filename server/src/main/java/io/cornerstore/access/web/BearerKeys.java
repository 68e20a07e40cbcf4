package io.cornerstore.access.web;

import io.cornerstore.access.ApiKey;
import io.cornerstore.access.PresentedKeys;
import io.cornerstore.access.PresentedKeys.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads {@code Authorization: Bearer …} (RFC 6750, section 2.1). A key that is presented counts,
 * not the session beside it; a wrong one is refused even when there is a session.
 */
final class BearerKeys extends OncePerRequestFilter {

  private static final String SCHEME = "bearer ";

  private final PresentedKeys keys;
  private final Allowance allowance;
  private final ApiProblems problems;

  BearerKeys(PresentedKeys keys, Allowance allowance, ApiProblems problems) {
    this.keys = keys;
    this.allowance = allowance;
    this.problems = problems;
  }

  static boolean presented(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!presented(request)) {
      chain.doFilter(request, response);
      return;
    }
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String secret = header.substring(SCHEME.length()).strip();
    switch (keys.present(secret, request.getRemoteAddr())) {
      case Outcome.Known(ApiKey key) -> {
        Duration wait = allowance.take(key.name());
        if (wait.isPositive()) {
          SecurityContextHolder.clearContext();
          problems.tooMany(request, response, wait, "This key sends more requests than it may.");
        } else {
          goOn(key, request, response, chain);
        }
      }
      case Outcome.Unknown() -> {
        SecurityContextHolder.clearContext();
        problems.unknownKey(request, response);
      }
      case Outcome.TooMany(Duration wait) -> {
        SecurityContextHolder.clearContext();
        problems.tooMany(request, response, wait, "Too many unknown keys came from this address.");
      }
    }
  }

  private static void goOn(
      ApiKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // A context of its own: that of the session must not be changed under other requests.
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn.ByKey(key.actor()), null, authorities(key)));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private static List<GrantedAuthority> authorities(ApiKey key) {
    return AuthorityUtils.createAuthorityList(
        key.scopes().stream().map(scope -> "SCOPE_" + scope.name()).toList());
  }
}
