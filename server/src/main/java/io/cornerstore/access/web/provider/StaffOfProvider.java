package io.cornerstore.access.web.provider;

import io.cornerstore.access.Actor;
import io.cornerstore.access.Invitations;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.access.accounts.StaffCredentials;
import io.cornerstore.access.accounts.StaffDirectory;
import io.cornerstore.access.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Finds the account of somebody whom the provider vouches for. The first time by the name in a
 * claim, from then on by issuer and subject, which are never given to anybody else (OpenID Connect
 * Core 1.0, section 5.7). Refusals carry one of the codes below. Thread-safe.
 */
final class StaffOfProvider implements OAuth2UserService<OidcUserRequest, OidcUser> {

  static final String NO_ACCOUNT = "no-account";
  static final String ACCOUNT_LOCKED = "account-locked";
  static final String NO_ROLE = "no-role";

  private static final Logger log = LoggerFactory.getLogger(StaffOfProvider.class);
  private static final Actor SELF = new Actor.Machine("sign-in-provider");
  private static final int LONGEST_NAME = 100;

  /** The accounts, to look up and to change. */
  record Faces(StaffDirectory directory, StaffAccounts accounts, Invitations invitations) {}

  private final OAuth2UserService<OidcUserRequest, OidcUser> claims;
  private final Faces faces;
  private final ProviderSettings settings;
  private final Clock clock;

  StaffOfProvider(
      OAuth2UserService<OidcUserRequest, OidcUser> claims,
      Faces faces,
      ProviderSettings settings,
      Clock clock) {
    this.claims = claims;
    this.faces = faces;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = Objects.requireNonNull(claims.loadUser(request));
    byte[] identity = identity(request.getIdToken());
    Set<Role> roles = settings.rolesOf(names(user.getClaims().get(settings.rolesClaim())));
    if (settings.givesRoles() && roles.isEmpty()) {
      throw refused(NO_ROLE);
    }
    StaffCredentials account = account(user, identity, roles);
    if (account.locked()) {
      faces.directory().recordSignIn(account.staff().id(), false);
      throw refused(ACCOUNT_LOCKED);
    }
    if (settings.givesRoles() && !roles.equals(account.staff().roles())) {
      account = withRoles(account, roles, identity);
    }
    faces.directory().recordSignIn(account.staff().id(), true);
    Instant now = clock.instant();
    return new SignedIn.ByProvider(
        account.staff(), account.version(), now, proved(request.getIdToken(), now), bare(request));
  }

  private StaffCredentials account(OidcUser user, byte[] identity, Set<Role> roles) {
    Optional<StaffCredentials> joined = faces.directory().findByIdentity(identity);
    if (joined.isPresent()) {
      return joined.get();
    }
    String name = name(user).orElseThrow(() -> refused(NO_ACCOUNT));
    StaffCredentials account =
        faces
            .directory()
            .findByName(name)
            .or(() -> created(user, name, roles))
            .orElseThrow(() -> refused(NO_ACCOUNT));
    // A locked one joins nobody: who comes back to it is for the administrator to say.
    if (!account.locked() && !faces.directory().join(account.staff().id(), identity)) {
      log.warn(
          "{} belongs to somebody else of the provider; reset the account if that is no mistake",
          account.staff());
      faces.directory().recordSignIn(account.staff().id(), false);
      throw refused(NO_ACCOUNT);
    }
    return account;
  }

  private Optional<StaffCredentials> created(OidcUser user, String name, Set<Role> roles) {
    if (!settings.createAccounts() || roles.isEmpty()) {
      return Optional.empty();
    }
    String shown = user.getFullName();
    // The link that comes with it is thrown away: nobody needs a password.
    faces
        .invitations()
        .invite(
            SELF,
            name,
            shown == null || shown.isBlank() || shown.length() > LONGEST_NAME ? name : shown,
            roles);
    return faces.directory().findByName(name);
  }

  private StaffCredentials withRoles(StaffCredentials account, Set<Role> roles, byte[] identity) {
    try {
      faces.accounts().setRoles(SELF, account.staff().id(), roles);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The last administrator stays one, whatever the provider says.
      log.warn("{} keeps its roles: {}", account.staff(), e.getMessage());
    }
    return faces.directory().findByIdentity(identity).orElseThrow(() -> refused(NO_ACCOUNT));
  }

  /** An e-mail address that nobody checked is no name. */
  private Optional<String> name(OidcUser user) {
    Object name = user.getClaims().get(settings.claim());
    boolean unverified =
        settings.claim().equals("email") && !Boolean.TRUE.equals(user.getEmailVerified());
    return !unverified && name instanceof String text && text.matches("\\S{1," + LONGEST_NAME + "}")
        ? Optional.of(text)
        : Optional.empty();
  }

  private static List<String> names(@Nullable Object claim) {
    return switch (claim) {
      case String one -> List.of(one);
      case List<?> several -> several.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }

  private static Instant proved(OidcIdToken token, Instant now) {
    Instant at = token.getAuthenticatedAt();
    return at == null || at.isAfter(now) ? now : at;
  }

  /** What stays in the session of the token: whom it is about, and nothing about them. */
  private static OidcIdToken bare(OidcUserRequest request) {
    OidcIdToken token = request.getIdToken();
    return new OidcIdToken(
        "kept-nowhere",
        token.getIssuedAt(),
        token.getExpiresAt(),
        Map.of("sub", token.getSubject(), "iss", token.getIssuer()));
  }

  private static byte[] identity(OidcIdToken token) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((token.getIssuer() + "\n" + token.getSubject()).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static OAuth2AuthenticationException refused(String code) {
    return new OAuth2AuthenticationException(new OAuth2Error(code));
  }
}
