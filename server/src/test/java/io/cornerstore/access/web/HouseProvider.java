package io.cornerstore.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The OpenID Connect provider of a made-up house: Spring Authorization Server on a port of its own.
 * Everybody is there whose password is their name. It insists on PKCE.
 */
final class HouseProvider implements AutoCloseable {

  static final String CLIENT = "cornerstore";
  static final String SECRET = "not-much-of-a-secret";

  private final int port;
  private ConfigurableApplicationContext context;

  /** What the provider does wrong, and what it says of people. Shared with its context. */
  static final class Habits {
    final Map<String, List<String>> groups = new ConcurrentHashMap<>();
    volatile String callback = "http://127.0.0.1:1/";
    volatile boolean otherNonce;
    volatile boolean otherKey;
    volatile String otherName = "";
  }

  final Habits habits = new Habits();

  private HouseProvider(int port) {
    this.port = port;
  }

  /** Not listening yet. */
  static HouseProvider down() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return new HouseProvider(free.getLocalPort());
    }
  }

  String issuer() {
    // Another site than 127.0.0.1, as a provider usually is.
    return "http://localhost:" + port;
  }

  /** Begins to listen; the address to come back to is that of this server. */
  HouseProvider start(URI cornerstore) {
    habits.callback = cornerstore.resolve("/sign-in/from/provider").toString();
    context =
        new SpringApplicationBuilder(Server.class)
            .web(WebApplicationType.SERVLET)
            .initializers(made -> made.getBeanFactory().registerSingleton("habits", habits))
            .run(
                "--server.port=" + port,
                "--server.servlet.session.cookie.name=house",
                "--server.servlet.session.cookie.same-site=lax",
                "--test.issuer=" + issuer(),
                "--spring.main.banner-mode=off");
    return this;
  }

  /** Signs somebody in and says where their browser is sent: back, with a code. */
  String visit(String authorize, String person) throws IOException, InterruptedException {
    String credentials =
        Base64.getEncoder()
            .encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
    try (HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      browser.send(
          HttpRequest.newBuilder(URI.create(issuer()))
              .header("Authorization", "Basic " + credentials)
              .build(),
          HttpResponse.BodyHandlers.discarding());
      return browser
          .send(
              HttpRequest.newBuilder(URI.create(authorize)).header("Accept", "text/html").build(),
              HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("Location")
          .orElse("no-way-back");
    }
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }

  /* No @Configuration: other tests scan this package. */
  @EnableWebSecurity
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Server {

    @Bean
    SecurityFilterChain all(HttpSecurity http) throws Exception {
      return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
          .httpBasic(
              basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository()))
          .csrf(csrf -> csrf.disable())
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .build();
    }

    @Bean
    UserDetailsService people() {
      return name -> User.withUsername(name).password("{noop}" + name).roles("USER").build();
    }

    @Bean
    AuthorizationServerSettings settings(Environment environment) {
      return AuthorizationServerSettings.builder()
          .issuer(environment.getRequiredProperty("test.issuer"))
          .build();
    }

    @Bean
    RegisteredClientRepository clients(Habits habits) {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId(CLIENT)
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(habits.callback)
              .scope("openid")
              .scope("profile")
              .scope("email")
              .clientSettings(
                  ClientSettings.builder()
                      .requireProofKey(true)
                      .requireAuthorizationConsent(false)
                      .build())
              .build());
    }

    @Bean
    JWKSource<SecurityContext> keys(Habits habits) throws JOSEException {
      RSAKey right = new RSAKeyGenerator(2048).keyID("house").generate();
      RSAKey wrong = new RSAKeyGenerator(2048).keyID("house").generate();
      // The published keys are asked for without saying which.
      return (selector, _) ->
          selector.select(
              new JWKSet(
                  habits.otherKey && selector.getMatcher().getKeyTypes() != null ? wrong : right));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Habits habits) {
      return token -> {
        String person = token.getPrincipal().getName();
        token
            .getClaims()
            .claim("preferred_username", habits.otherName.isEmpty() ? person : habits.otherName)
            .claim("groups", habits.groups.getOrDefault(person, List.of()));
        if (habits.otherNonce) {
          token.getClaims().claim("nonce", "from-another-sign-in");
        }
      };
    }
  }
}
