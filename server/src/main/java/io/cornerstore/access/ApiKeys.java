package io.cornerstore.access;

import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Keys of programs that use the API. A secret is shown once, when it is made. Thread-safe. */
public interface ApiKeys {

  /** Names under which parts of the product act: in the audit trail they must mean nobody else. */
  Set<String> RESERVED =
      Set.of("command-line", "demo", "resolver", "restore", "segments", "sign-in-provider");

  /**
   * The key with this secret, unless it is disabled. Found keys are remembered for ten seconds, so
   * a key disabled in another process works that much longer there.
   */
  Optional<ApiKey> find(String secret);

  /**
   * Makes a key and returns its secret: {@code cs_} and 43 characters safe in a URL, of which no
   * copy is kept.
   *
   * @param by an administrator, an engineer, or a part of the product
   * @throws IllegalArgumentException when the name is taken or {@link #RESERVED}
   */
  @Transactional
  String issue(Actor by, String name, @Nullable SourceSystem source, Set<ApiScope> scopes);

  /** Disables a key for good; does nothing when there is none of that name. */
  @Transactional
  void disable(Actor by, String name);

  /** All keys that work, by name. */
  @Transactional(readOnly = true)
  List<ApiKey> list();

  /** All keys there ever were, by name. */
  @Transactional(readOnly = true)
  List<Issued> issued();

  /**
   * A key and what became of it.
   *
   * @param at when it was made
   * @param used when it was last presented, give or take ten minutes; absent before
   * @param disabled since when it works no more; absent while it does
   */
  record Issued(ApiKey key, Instant at, @Nullable Instant used, @Nullable Instant disabled) {}
}
