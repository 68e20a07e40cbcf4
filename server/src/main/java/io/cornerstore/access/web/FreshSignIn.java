package io.cornerstore.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody change accounts from a session that somebody left open: such acts need a recent
 * sign-in, otherwise the session ends and the page asks for one.
 */
final class FreshSignIn extends OncePerRequestFilter {

  private static final String ACCOUNTS = "/staff";

  private final Clock clock;
  private final Duration freshFor;

  FreshSignIn(Clock clock, Duration freshFor) {
    this.clock = clock;
    this.freshFor = freshFor;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (changesAccounts(request)
        && authentication != null
        && authentication.getPrincipal() instanceof SignedIn.ByStaff staff
        && staff.proved().plus(freshFor).isBefore(clock.instant())) {
      SecurityContextHolder.clearContext();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      response.sendRedirect(request.getContextPath() + ACCOUNTS);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean changesAccounts(HttpServletRequest request) {
    return request.getMethod().equals(HttpMethod.POST.name()) && accounts(request);
  }

  static boolean accounts(HttpServletRequest request) {
    return (request.getServletPath() + "/").startsWith(ACCOUNTS + "/");
  }
}
