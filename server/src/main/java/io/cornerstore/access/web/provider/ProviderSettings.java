package io.cornerstore.access.web.provider;

import io.cornerstore.access.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider of the house.
 *
 * @param issuer its address; its configuration is found below it
 * @param clientId what it knows this server by
 * @param clientSecret never printed
 * @param name what the button on the sign-in page calls it
 * @param claim holds the sign-in name of an account here; {@code email} counts only when verified
 * @param rolesClaim holds names that {@code roles} translates; empty: roles are given here
 * @param roles pairs {@code NAME=ROLE}
 * @param createAccounts whether somebody with a role and without an account gets one
 * @param publicUrl what browsers reach this server by; empty: as the request says
 */
@ConfigurationProperties("cornerstore.access.provider")
record ProviderSettings(
    String issuer,
    String clientId,
    String clientSecret,
    @DefaultValue("OpenID Connect") String name,
    @DefaultValue("preferred_username") String claim,
    @DefaultValue("") String rolesClaim,
    @DefaultValue List<String> roles,
    @DefaultValue("false") boolean createAccounts,
    @DefaultValue("") String publicUrl) {

  ProviderSettings {
    roles = List.copyOf(roles);
    List<String> faults = new ArrayList<>();
    for (String pair : roles) {
      if (!pair.matches(".+=(service|steward|marketer|privacy-officer|engineer|administrator)")) {
        faults.add("'" + pair + "' is not NAME=ROLE");
      }
    }
    if (rolesClaim.isEmpty() != roles.isEmpty()) {
      faults.add("roles and roles-claim need each other");
    }
    if (createAccounts && rolesClaim.isEmpty()) {
      faults.add("create-accounts needs roles-claim: nobody comes in without a role");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "cornerstore.access.provider: " + String.join("; ", faults));
    }
  }

  /** Whether the provider says what roles somebody has. */
  boolean givesRoles() {
    return !rolesClaim.isEmpty();
  }

  /** The roles that go with these names of the provider. */
  Set<Role> rolesOf(List<String> names) {
    Set<Role> found = EnumSet.noneOf(Role.class);
    for (String pair : roles) {
      int at = pair.lastIndexOf('=');
      if (names.contains(pair.substring(0, at))) {
        found.add(Role.valueOf(pair.substring(at + 1).replace('-', '_').toUpperCase(Locale.ROOT)));
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + "]";
  }
}
