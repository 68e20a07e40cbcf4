package io.cornerstore.access.web.provider;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The provider's configuration (OpenID Connect Discovery 1.0), asked for when somebody first wants
 * to sign in there and kept from then on: one that is down does not stop the start. Thread-safe.
 */
final class DiscoveredProvider implements ClientRegistrationRepository {

  static final String ID = "provider";
  static final String CALLBACK = "/sign-in/from/";

  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
      new ParameterizedTypeReference<>() {};

  private final ProviderSettings settings;
  private final RestClient client;
  private volatile @Nullable ClientRegistration found;

  DiscoveredProvider(ProviderSettings settings, RestClient client) {
    this.settings = settings;
    this.client = client;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(ID) ? registration() : null;
  }

  /**
   * What is known of the provider.
   *
   * @throws ProviderDown when it cannot be asked; the next call asks again
   */
  ClientRegistration registration() {
    ClientRegistration known = found;
    if (known == null) {
      known = discover();
      found = known;
    }
    return known;
  }

  private ClientRegistration discover() {
    Map<String, Object> configuration;
    try {
      configuration =
          client.get().uri(withoutSlash(settings.issuer()) + WELL_KNOWN).retrieve().body(OBJECT);
    } catch (RestClientException e) {
      throw new ProviderDown("the provider " + settings.issuer() + " does not answer", e);
    }
    if (configuration == null
        || !withoutSlash(String.valueOf(configuration.get("issuer")))
            .equals(withoutSlash(settings.issuer()))) {
      throw new ProviderDown("what answers at " + settings.issuer() + " names another issuer");
    }
    try {
      return registration(configuration);
    } catch (IllegalArgumentException e) {
      throw new ProviderDown("the configuration of " + settings.issuer() + " lacks something", e);
    }
  }

  private ClientRegistration registration(Map<String, Object> configuration) {
    String base = settings.publicUrl().isEmpty() ? "{baseUrl}" : withoutSlash(settings.publicUrl());
    return ClientRegistrations.fromOidcConfiguration(configuration)
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .clientName(settings.name())
        .scope(Set.of("openid", "profile", "email"))
        .redirectUri(base + CALLBACK + ID)
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
