package io.cornerstore.access.web;

import io.cornerstore.access.accounts.StaffDirectory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session after its longest time, and at once when the account was locked or given other
 * roles or another password: one look at the account's row per request.
 */
final class SessionLimits extends OncePerRequestFilter {

  private final StaffDirectory directory;
  private final Clock clock;
  private final Duration longest;

  SessionLimits(StaffDirectory directory, Clock clock, Duration longest) {
    this.directory = directory;
    this.clock = clock;
    this.longest = longest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedIn.ByStaff staff
        && over(staff)) {
      SecurityContextHolder.clearContext();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }

  private boolean over(SignedIn.ByStaff staff) {
    return !clock.instant().isBefore(staff.since().plus(longest))
        || !directory.holds(staff.id(), staff.version());
  }
}
