package io.cornerstore.access.web;

import io.cornerstore.access.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The principal of a request: whoever signed in, it carries the actor. Prints ids only. */
public sealed interface SignedIn {

  /** Who acts. */
  Actor actor();

  /** What staff may do, by whichever way they signed in. */
  static List<GrantedAuthority> authorities(Actor.Staff actor) {
    List<String> names =
        new ArrayList<>(actor.roles().stream().map(role -> "ROLE_" + role.name()).toList());
    names.add(PasswordSignIn.STAFF);
    return AuthorityUtils.createAuthorityList(names);
  }

  /** A member of staff, for as long as the session lasts. */
  sealed interface ByStaff extends SignedIn permits ByPassword, ByProvider {

    @Override
    Actor.Staff actor();

    /** The account's at sign-in; the session ends when it changes. */
    int version();

    /** When the session began. */
    Instant since();

    /** When the person last proved who they are: the session's begin, or earlier elsewhere. */
    Instant proved();

    /** The account's id. */
    default UUID id() {
      return actor().id();
    }
  }

  /** By a password of ours. */
  record ByPassword(Actor.Staff actor, int version, Instant since) implements ByStaff {

    @Override
    public Instant proved() {
      return since;
    }

    @Override
    public String toString() {
      return actor.auditName();
    }
  }

  /** By an OpenID Connect provider. Keeps the id of the token's subject and no other claim. */
  record ByProvider(
      Actor.Staff actor, int version, Instant since, Instant proved, OidcIdToken token)
      implements ByStaff, OidcUser {

    @Override
    public Map<String, Object> getClaims() {
      return token.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
      return null;
    }

    @Override
    public OidcIdToken getIdToken() {
      return token;
    }

    @Override
    public Map<String, Object> getAttributes() {
      return token.getClaims();
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
      return SignedIn.authorities(actor);
    }

    @Override
    public String getName() {
      return actor.auditName();
    }

    @Override
    public String toString() {
      return actor.auditName();
    }
  }

  /** The holder of an API key, for one request. */
  record ByKey(Actor.Machine actor) implements SignedIn {

    @Override
    public String toString() {
      return actor.auditName();
    }
  }
}
