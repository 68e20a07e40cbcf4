package io.cornerstore.access.web;

import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

  private final ApiKeys keys;
  private final ApiProblems problems;

  BearerKeys(ApiKeys keys, ApiProblems problems) {
    this.keys = keys;
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
    Optional<ApiKey> key = keys.find(header.substring(SCHEME.length()).strip());
    if (key.isEmpty()) {
      SecurityContextHolder.clearContext();
      problems.unknownKey(request, response);
      return;
    }
    // A context of its own: that of the session must not be changed under other requests.
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn.ByKey(key.get().actor()), null, authorities(key.get())));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private static List<GrantedAuthority> authorities(ApiKey key) {
    return AuthorityUtils.createAuthorityList(
        key.scopes().stream().map(scope -> "SCOPE_" + scope.name()).toList());
  }
}
