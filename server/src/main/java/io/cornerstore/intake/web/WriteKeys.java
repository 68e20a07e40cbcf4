package io.cornerstore.intake.web;

import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiScope;
import io.cornerstore.access.PresentedKeys;
import io.cornerstore.access.PresentedKeys.Outcome;
import io.cornerstore.kernel.SourceSystem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Finds the write key of a request and what it stands for. Thread-safe. */
final class WriteKeys {

  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";
  private static final int LONGEST = 256;

  private final PresentedKeys keys;

  WriteKeys(PresentedKeys keys) {
    this.keys = keys;
  }

  /**
   * The key in {@code Authorization: Basic}, where it is the name and the password is nothing; the
   * colon between them may be missing.
   *
   * @throws CallRefused when the header is no Base64
   */
  @Nullable String basic(HttpServletRequest request) {
    String credentials = credentials(request, BASIC);
    if (credentials == null) {
      return null;
    }
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      String key = colon < 0 ? pair : pair.substring(0, colon);
      return key.isBlank() ? null : key.strip();
    } catch (IllegalArgumentException _) {
      throw new CallRefused(401, "invalid_write_key", "the Authorization header is no Base64");
    }
  }

  /** The token in {@code Authorization: Bearer}; it counts when the body has no key. */
  @Nullable String bearer(HttpServletRequest request) {
    return credentials(request, BEARER);
  }

  /**
   * The source whose records the key may write.
   *
   * @throws CallRefused without a key (401), with one that is unknown or disabled (401), or that
   *     may not write (403), or after too many unknown ones from its address (429)
   */
  SourceSystem source(@Nullable String key, HttpServletRequest request) {
    if (key == null || key.isEmpty()) {
      throw new CallRefused(
          401, "missing_write_key", "there is no write key. Maybe send it as Basic user name?");
    }
    if (key.length() > LONGEST) {
      throw unknown();
    }
    return switch (keys.present(key, request.getRemoteAddr())) {
      case Outcome.Known(ApiKey known) -> writing(known);
      case Outcome.Unknown() -> throw unknown();
      case Outcome.TooMany(Duration wait) -> throw CallRefused.guessing(wait.toSeconds() + 1);
    };
  }

  private static SourceSystem writing(ApiKey key) {
    SourceSystem source = key.source();
    if (source == null || !key.scopes().contains(ApiScope.WRITE)) {
      throw new CallRefused(403, "not_a_write_key", "this key may not write");
    }
    return source;
  }

  private static CallRefused unknown() {
    return new CallRefused(
        401, "invalid_write_key", "there is no such write key, or it was disabled");
  }

  private static @Nullable String credentials(HttpServletRequest request, String scheme) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length())
        ? header.substring(scheme.length()).strip()
        : null;
  }
}
