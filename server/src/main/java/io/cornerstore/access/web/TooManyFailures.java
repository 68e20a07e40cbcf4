package io.cornerstore.access.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Sign-in has to wait; no password was looked at. */
final class TooManyFailures extends AuthenticationException {

  private static final long serialVersionUID = 1;

  private final Duration wait;

  TooManyFailures(Duration wait) {
    super("too many failed sign-ins, wait " + wait.toSeconds() + " s");
    this.wait = wait;
  }

  long waitSeconds() {
    return wait.toSeconds() + 1;
  }
}
