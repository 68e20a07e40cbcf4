package io.cornerstore.access.web;

import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.CurrentActor;
import io.cornerstore.access.PresentedKeys;
import io.cornerstore.access.accounts.StaffDirectory;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import tools.jackson.databind.json.JsonMapper;

/** Three doors: records come in, programs ask, people work. */
@Configuration(proxyBeanMethods = false)
class WebSecurityConfiguration {

  /** Paths of the ingestion API; it asks for write keys itself. */
  private static final String[] INGESTION = {
    "/v1/**",
    "/beacon/**",
    "/pixel/**",
    "/projects/**",
    "/sourceConfig/**",
    "/analytics.js/**",
    "/health/**",
    "/version/**"
  };

  private static final String[] OPEN = {
    "/livez",
    "/readyz",
    "/assets/**",
    "/problems/**",
    "/openapi.json",
    "/openapi.yaml",
    "/sign-in",
    "/welcome/**",
    "/language",
    "/favicon.ico"
  };

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private static final String NO_DEVICES =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  private static final String[] READING_SCOPES = {
    PasswordSignIn.STAFF,
    "SCOPE_SERVICE",
    "SCOPE_STEWARDSHIP",
    "SCOPE_ANALYSIS",
    "SCOPE_PRIVACY",
    "SCOPE_OPERATION"
  };

  @Bean
  CurrentActor currentActor() {
    return new SecurityContextActor();
  }

  @Bean
  AuthenticationProvider passwordSignIn(
      StaffDirectory directory, PasswordEncoder encoder, Clock clock) {
    return new PasswordSignIn(directory, encoder, new SignInThrottle(clock), clock);
  }

  @Bean
  PresentedKeys presentedKeys(ApiKeys keys, Clock clock) {
    return new ThrottledKeys(keys, clock);
  }

  /** The doors themselves, where there is a web server. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication
  @EnableConfigurationProperties({ApiSettings.class, SessionSettings.class})
  static class Doors {

    /** Timing each filter of each request by itself costs more than most filters do. */
    @Bean
    SecurityObservationSettings filtersUntimed() {
      return SecurityObservationSettings.noObservations();
    }

    /**
     * Lets every method through to where the path is known, and is answered 405 with what it does
     * allow, as RFC 9110 (15.5.6) wants it; turned away here, one that is new or made up would be
     * answered 400. Who may do what is decided by path below, never by method, and the form's token
     * is asked for by every method that is not known to be safe. TRACE is refused by the server.
     */
    @Bean
    HttpFirewall anyMethod() {
      var firewall = new StrictHttpFirewall();
      firewall.setUnsafeAllowAnyHttpMethod(true);
      return firewall;
    }

    /** Works inside the chains below; by itself it would see every request a second time. */
    @Bean
    FilterRegistrationBean<SessionLimits> limitsOnlyInChains(SessionLimits limits) {
      var registration = new FilterRegistrationBean<>(limits);
      registration.setEnabled(false);
      return registration;
    }

    @Bean
    SessionLimits sessionLimits(StaffDirectory directory, Clock clock, SessionSettings settings) {
      return new SessionLimits(directory, clock, settings.longest());
    }

    @Bean
    Allowance keyAllowance(ApiSettings settings) {
      return new Allowance(settings.requestsPerSecond(), System::nanoTime);
    }

    @Bean
    @Order(1)
    SecurityFilterChain ingestion(HttpSecurity http) throws Exception {
      return http.securityMatcher(INGESTION)
          .csrf(csrf -> csrf.disable())
          .cors(Customizer.withDefaults())
          .sessionManagement(
              session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .requestCache(cache -> cache.requestCache(new NullRequestCache()))
          .headers(headers -> dataHeaders(headers))
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
        HttpSecurity http,
        PresentedKeys keys,
        Allowance allowance,
        SessionLimits limits,
        JsonMapper json)
        throws Exception {
      var problems = new ApiProblems(json);
      return http.securityMatcher("/api/**")
          .csrf(csrf ->
              csrf.csrfTokenRepository(csrfCookie()).ignoringRequestMatchers(BearerKeys::presented))
          .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
          .requestCache(cache -> cache.requestCache(new NullRequestCache()))
          .headers(headers -> sameOrigin(dataHeaders(headers)))
          .addFilterBefore(
              new BearerKeys(keys, allowance, problems), AnonymousAuthenticationFilter.class)
          .addFilterBefore(limits, AnonymousAuthenticationFilter.class)
          .exceptionHandling(
              refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
          .authorizeHttpRequests(requests ->
              requests
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll()
                  .anyRequest()
                  .hasAnyAuthority(READING_SCOPES))
          .build();
    }

    /** For the program that collects metrics, by key, and for engineers and administrators. */
    @Bean
    @Order(3)
    SecurityFilterChain metrics(
        HttpSecurity http,
        PresentedKeys keys,
        Allowance allowance,
        SessionLimits limits,
        JsonMapper json)
        throws Exception {
      var problems = new ApiProblems(json);
      return http.securityMatcher("/actuator/prometheus")
          .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
          .requestCache(cache -> cache.requestCache(new NullRequestCache()))
          .headers(headers -> sameOrigin(dataHeaders(headers)))
          .addFilterBefore(
              new BearerKeys(keys, allowance, problems), AnonymousAuthenticationFilter.class)
          .addFilterBefore(limits, AnonymousAuthenticationFilter.class)
          .exceptionHandling(
              refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
          .authorizeHttpRequests(requests ->
              requests
                  .anyRequest()
                  .hasAnyAuthority("SCOPE_METRICS", "ROLE_ENGINEER", "ROLE_ADMINISTRATOR"))
          .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(
        HttpSecurity http,
        SessionLimits limits,
        SessionSettings settings,
        Clock clock,
        ObjectProvider<SignInDoor> doors)
        throws Exception {
      var signIn = new SignInPage();
      RequestCache wanted = pageWanted();
      doors.forEach(door -> door.addTo(http, wanted));
      return http.csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
          .requestCache(cache -> cache.requestCache(wanted))
          .headers(headers -> sameOrigin(pageHeaders(headers)))
          .addFilterBefore(limits, AnonymousAuthenticationFilter.class)
          .addFilterAfter(
              new FreshSignIn(clock, settings.freshFor()), AnonymousAuthenticationFilter.class)
          .formLogin(form ->
              form.loginPage(SignInPage.PATH)
                  .loginProcessingUrl(SignInPage.PATH)
                  .defaultSuccessUrl("/")
                  .failureHandler(signIn))
          .logout(out ->
              out.logoutUrl("/sign-out")
                  .logoutSuccessUrl(SignInPage.PATH + "?signed-out")
                  .invalidateHttpSession(true))
          .exceptionHandling(
              refusals -> refusals.authenticationEntryPoint(signIn).accessDeniedHandler(signIn))
          .authorizeHttpRequests(requests ->
              requests
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll()
                  .requestMatchers(OPEN)
                  .permitAll()
                  .requestMatchers("/actuator/**")
                  .hasAnyRole("ENGINEER", "ADMINISTRATOR")
                  .anyRequest()
                  .hasAuthority(PasswordSignIn.STAFF))
          .build();
    }
  }

  /** In a cookie: a session for everybody who only looks at the sign-in page would fill memory. */
  private static CookieCsrfTokenRepository csrfCookie() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("cornerstore-form");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    return tokens;
  }

  /** The page somebody wanted before sign-in, in a cookie for the same reason; whole pages only. */
  private static RequestCache pageWanted() {
    var cache = new CookieRequestCache();
    cache.setRequestMatcher(request ->
        request.getMethod().equals(HttpMethod.GET.name()) && !SignInPage.byScript(request));
    cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Strict"));
    return cache;
  }

  private static HeadersConfigurer<HttpSecurity> dataHeaders(
      HeadersConfigurer<HttpSecurity> headers) {
    return headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(DATA_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
  }

  private static HeadersConfigurer<HttpSecurity> pageHeaders(
      HeadersConfigurer<HttpSecurity> headers) {
    return headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
  }

  private static void sameOrigin(HeadersConfigurer<HttpSecurity> headers) {
    headers.crossOriginResourcePolicy(
        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
