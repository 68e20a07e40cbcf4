package io.cornerstore.access.web.provider;

import io.cornerstore.access.Invitations;
import io.cornerstore.access.SignInProvider;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.access.accounts.StaffDirectory;
import io.cornerstore.access.web.SignInDoor;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Where an issuer is configured; nothing of it is even loaded otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("cornerstore.access.provider.issuer")
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderSignInConfiguration {

  @Bean
  SignInProvider signInProvider(ProviderSettings settings) {
    return new SignInProvider(settings.name(), ProviderDoor.BEGIN);
  }

  /** What providers sign with beside RS256, which each of them has to offer. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    var factory = new OidcIdTokenDecoderFactory();
    factory.setJwsAlgorithmResolver(ProviderSignInConfiguration::algorithm);
    return factory;
  }

  private static SignatureAlgorithm algorithm(ClientRegistration registration) {
    Object offered =
        registration
            .getProviderDetails()
            .getConfigurationMetadata()
            .get("id_token_signing_alg_values_supported");
    if (!(offered instanceof List<?> names) || names.contains(SignatureAlgorithm.RS256.getName())) {
      return SignatureAlgorithm.RS256;
    }
    return names.stream()
        .map(name -> SignatureAlgorithm.from(String.valueOf(name)))
        .filter(each -> each != null)
        .findFirst()
        .orElse(SignatureAlgorithm.RS256);
  }

  @Bean
  SignInDoor providerDoor(
      ProviderSettings settings,
      StaffDirectory directory,
      StaffAccounts accounts,
      Invitations invitations,
      Clock clock) {
    var calls = new ProviderCalls();
    var faces = new StaffOfProvider.Faces(directory, accounts, invitations);
    return new ProviderDoor(
        new DiscoveredProvider(settings, calls.plain()),
        new StaffOfProvider(calls.claims(), faces, settings, clock),
        calls,
        clock);
  }
}
