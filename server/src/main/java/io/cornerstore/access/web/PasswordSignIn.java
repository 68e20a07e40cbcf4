package io.cornerstore.access.web;

import io.cornerstore.access.accounts.StaffCredentials;
import io.cornerstore.access.accounts.StaffDirectory;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a sign-in name and a password. A name that does not exist costs as much time as a wrong
 * password, and two checks run at a time: each fills 19 MiB.
 */
final class PasswordSignIn implements AuthenticationProvider {

  static final String STAFF = "STAFF";

  private static final int LONGEST_INPUT = 1024;
  private static final int CHECKS_AT_A_TIME = 2;
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final StaffDirectory directory;
  private final PasswordEncoder encoder;
  private final SignInThrottle throttle;
  private final Clock clock;
  private final Semaphore checks = new Semaphore(CHECKS_AT_A_TIME, true);
  private final String nobody;

  PasswordSignIn(
      StaffDirectory directory, PasswordEncoder encoder, SignInThrottle throttle, Clock clock) {
    this.directory = directory;
    this.encoder = encoder;
    this.throttle = throttle;
    this.clock = clock;
    // Hash of no password anybody could type, in the form of today's parameters.
    this.nobody =
        "$argon2id$v=19$m=19456,t=2,p=1$"
            + "AAAAAAAAAAAAAAAAAAAAAA$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(attempt.getCredentials());
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    if (name.length() > LONGEST_INPUT || password.length() > LONGEST_INPUT) {
      throw new BadCredentialsException("sign-in refused");
    }
    Duration wait = throttle.waitFor(name, address);
    if (wait.isPositive()) {
      throw new TooManyFailures(wait);
    }
    Optional<StaffCredentials> account = directory.findByName(name);
    boolean matches = matches(password, account.map(StaffCredentials::passwordHash).orElse(nobody));
    if (account.isPresent() && matches && !account.get().locked()) {
      throttle.succeeded(name);
      directory.recordSignIn(account.get().staff().id(), true);
      return signedIn(account.get());
    }
    throttle.failed(name, address);
    account.ifPresent(known -> directory.recordSignIn(known.staff().id(), false));
    throw new BadCredentialsException("sign-in refused");
  }

  private Authentication signedIn(StaffCredentials account) {
    var principal = new SignedIn.ByPassword(account.staff(), account.version(), clock.instant());
    return UsernamePasswordAuthenticationToken.authenticated(
        principal, null, SignedIn.authorities(account.staff()));
  }

  private boolean matches(String password, String hash) {
    try {
      if (!checks.tryAcquire(BUSY.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooManyFailures(BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyFailures(BUSY);
    }
    try {
      return encoder.matches(Normalizer.normalize(password, Normalizer.Form.NFC), hash);
    } finally {
      checks.release();
    }
  }
}
