package io.cornerstore.access;

import io.cornerstore.kernel.SourceSystem;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key of the API, without its secret.
 *
 * @param name unique among all keys: 1 to 63 of a-z, 0-9 and '-'
 * @param source what its records count as coming from; always there when it may write
 * @param scopes what it may do, at least one
 */
public record ApiKey(String name, @Nullable SourceSystem source, Set<ApiScope> scopes) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public ApiKey {
    scopes = Set.copyOf(scopes);
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a key's name is 1 to 63 of a-z, 0-9 and '-', starting with a letter or digit");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("key " + name + " may do nothing. Maybe give it a scope?");
    }
    if (scopes.contains(ApiScope.WRITE) && source == null) {
      throw new IllegalArgumentException(
          "key " + name + " may write but has no source. Maybe say where its records come from?");
    }
  }

  /** Who acts when this key is presented. */
  public Actor.Machine actor() {
    return new Actor.Machine(
        name,
        scopes.stream()
            .flatMap(scope -> scope.findPurpose().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
