package io.cornerstore.access.web;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.access.CurrentActor;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The actor in Spring Security's context of this thread. */
final class SecurityContextActor implements CurrentActor {

  @Override
  public Optional<Actor> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn.actor())
        : Optional.empty();
  }

  @Override
  public Actor require() {
    return find().orElseThrow(() -> new AccessDeniedProblem("nobody is signed in"));
  }
}
