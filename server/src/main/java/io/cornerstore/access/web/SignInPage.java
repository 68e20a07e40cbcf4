package io.cornerstore.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Where people are sent who are not signed in: {@code /sign-in}, with {@code ?failed}, {@code
 * ?locked&wait=SECONDS}, {@code ?expired}, {@code ?again} or {@code ?signed-out} saying why.
 */
final class SignInPage
    implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

  static final String PATH = "/sign-in";

  private static final String HTMX_REQUEST = "HX-Request";
  private static final String HTMX_REDIRECT = "HX-Redirect";

  static boolean byScript(HttpServletRequest request) {
    return request.getHeader(HTMX_REQUEST) != null;
  }

  /** A part of a page asked for by script is answered so that the whole page goes to sign-in. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    // Whoever wants to change accounts proves anew who they are, at a provider too.
    String page = request.getContextPath() + PATH + (FreshSignIn.accounts(request) ? "?again" : "");
    if (byScript(request)) {
      response.setHeader(HTMX_REDIRECT, page);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      response.sendRedirect(page);
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    String why =
        reason instanceof TooManyFailures failures
            ? "?locked&wait=" + failures.waitSeconds()
            : "?failed";
    response.sendRedirect(request.getContextPath() + PATH + why);
  }

  /** A sign-in form that lay open too long is not a crime: it is shown again. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    if (reason instanceof CsrfException && request.getServletPath().equals(PATH)) {
      response.sendRedirect(request.getContextPath() + PATH + "?expired");
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }
}
