package io.cornerstore.access.web.provider;

import io.cornerstore.access.web.SignInDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/** The way to the provider and back. */
final class ProviderDoor implements SignInDoor {

  static final String BEGIN = "/sign-in/with/" + DiscoveredProvider.ID;

  private static final Logger log = LoggerFactory.getLogger(ProviderDoor.class);
  private static final String PAGE = "/sign-in";
  private static final Set<String> OUR_REFUSALS =
      Set.of(StaffOfProvider.NO_ACCOUNT, StaffOfProvider.ACCOUNT_LOCKED, StaffOfProvider.NO_ROLE);

  private final DiscoveredProvider provider;
  private final StaffOfProvider staff;
  private final ProviderCalls calls;
  private final Clock clock;

  ProviderDoor(
      DiscoveredProvider provider, StaffOfProvider staff, ProviderCalls calls, Clock clock) {
    this.provider = provider;
    this.staff = staff;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public void addTo(HttpSecurity http, RequestCache wanted) {
    http.oauth2Login(login ->
            login
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokens())
                .loginPage(PAGE)
                .loginProcessingUrl(DiscoveredProvider.CALLBACK + "*")
                .authorizationEndpoint(begin ->
                    begin
                        .authorizationRequestResolver(requests())
                        .authorizationRequestRepository(new PendingSignIns(wanted, clock)))
                .tokenEndpoint(token -> token.accessTokenResponseClient(calls.tokens()))
                .userInfoEndpoint(user -> user.oidcUserService(staff))
                .successHandler(ProviderDoor::arrived)
                .failureHandler(ProviderDoor::refused))
        .addFilterBefore(new KnownFirst(provider), OAuth2AuthorizationRequestRedirectFilter.class);
  }

  /** With {@code ?again} the provider has to ask for the password, signed in there or not. */
  private OAuth2AuthorizationRequestResolver requests() {
    var library = new DefaultOAuth2AuthorizationRequestResolver(provider, "/sign-in/with");
    return new OAuth2AuthorizationRequestResolver() {
      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return anew(request, library.resolve(request));
      }

      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        return anew(request, library.resolve(request, id));
      }
    };
  }

  private static @Nullable OAuth2AuthorizationRequest anew(
      HttpServletRequest request, @Nullable OAuth2AuthorizationRequest begun) {
    return begun == null || request.getParameter("again") == null
        ? begun
        : OAuth2AuthorizationRequest.from(begun)
            .additionalParameters(more -> more.put("prompt", "login"))
            .build();
  }

  /**
   * Goes on from a page of our own: the session's cookie is not sent along while the browser still
   * follows the way back from another site.
   */
  private static void arrived(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String target = HtmlUtils.htmlEscape(request.getContextPath() + PendingSignIns.target(request));
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Cornerstore</title>
            <meta http-equiv="refresh" content="0;url=%1$s">
            <p><a href="%1$s">Cornerstore</a></p></html>
            """
                .formatted(target));
  }

  private static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    String code =
        reason instanceof OAuth2AuthenticationException known
            ? known.getError().getErrorCode()
            : "failed";
    String why =
        switch (code) {
          case "authorization_request_not_found" -> "expired";
          case OAuth2ErrorCodes.ACCESS_DENIED -> "cancelled";
          default -> OUR_REFUSALS.contains(code) ? code : "provider-refused";
        };
    if (why.equals("provider-refused")) {
      // The code only: descriptions come from elsewhere and may name anybody.
      log.warn("a sign-in by the provider failed: {}", code.replaceAll("[^a-z_-]", "?"));
    }
    response.sendRedirect(request.getContextPath() + PAGE + "?" + why);
  }

  /** Says in words that the provider is down, before the library would fail at it. */
  private static final class KnownFirst extends OncePerRequestFilter {

    private final DiscoveredProvider provider;

    KnownFirst(DiscoveredProvider provider) {
      this.provider = provider;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
      return !request.getServletPath().startsWith(PAGE + "/");
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      try {
        provider.registration();
      } catch (ProviderDown e) {
        log.warn("{}", e.getMessage());
        response.sendRedirect(request.getContextPath() + PAGE + "?provider-down");
        return;
      }
      chain.doFilter(request, response);
    }
  }
}
