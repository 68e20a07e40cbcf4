package io.cornerstore.access.accounts;

import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.Sha256;
import io.cornerstore.kernel.SourceSystem;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys as rows, the secret as its SHA-256: 256 random bits cannot be guessed back from a plain
 * hash, which therefore needs neither salt nor stretching.
 */
class PostgresApiKeys implements ApiKeys {

  private static final Logger log = LoggerFactory.getLogger(PostgresApiKeys.class);

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final Duration USE_NOTED = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 1_000;
  private static final int LONGEST_SECRET = 200;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  PostgresApiKeys(JdbcClient jdbc, AuditTrail audit, Clock clock, SecureRandom random) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  private record Remembered(ApiKey key, Instant until) {}

  @Override
  public Optional<ApiKey> find(String secret) {
    if (secret.isEmpty() || secret.length() > LONGEST_SECRET) {
      return Optional.empty();
    }
    byte[] hash = Sha256.of(secret);
    String index = HexFormat.of().formatHex(hash);
    Instant now = clock.instant();
    Remembered known = remembered.get(index);
    if (known != null && now.isBefore(known.until())) {
      return Optional.of(known.key());
    }
    remembered.remove(index);
    Optional<ApiKey> found =
        jdbc.sql(
                """
                select name, source, scopes from access.api_key
                where secret_hash = :hash and disabled_at is null
                """)
            .param("hash", hash)
            .query(PostgresApiKeys::apiKey)
            .optional();
    found.ifPresent(key -> {
      remember(index, new Remembered(key, now.plus(REMEMBERED)));
      noteUse(key, now);
    });
    return found;
  }

  /* Rarely: whether a key is still needed is a question of days, and no reason to refuse one. */
  private void noteUse(ApiKey key, Instant now) {
    try {
      writeUse(key, now);
    } catch (DataAccessException e) {
      log.warn("the use of an API key was not noted: {}", e.getClass().getSimpleName());
    }
  }

  private void writeUse(ApiKey key, Instant now) {
    jdbc.sql(
            """
            update access.api_key set used_at = :now
            where name = :name and (used_at is null or used_at < :before)
            """)
        .param("now", at(now))
        .param("name", key.name())
        .param("before", at(now.minus(USE_NOTED)))
        .update();
  }

  /** Only keys that exist are remembered, so guesses cannot fill the map. */
  private void remember(String index, Remembered key) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(index, key);
  }

  @Override
  public String issue(Actor by, String name, @Nullable SourceSystem source, Set<ApiScope> scopes) {
    StaffDuties.requireKeeperOfKeys(by);
    ApiKey key = new ApiKey(name, source, scopes);
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "a part of the product acts as "
              + name
              + " in the audit trail. Maybe name the key after the program that uses it?");
    }
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String secret = "cs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try {
      jdbc.sql(
              """
              insert into access.api_key (name, secret_hash, source, scopes, created_at)
              values (:name, :hash, :source, :scopes, :at)
              """)
          .param("name", name)
          .param("hash", Sha256.of(secret))
          .param("source", source == null ? null : source.code())
          .param("scopes", key.scopes().stream().map(Enum::name).sorted().toArray(String[]::new))
          .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException(
          "there is a key named " + name + ", disabled or not. Maybe choose another name?", e);
    }
    audit.append(
        new AuditEntry(by.auditName(), "", "api-key.issue", List.of("key:" + name), List.of(), ""));
    return secret;
  }

  @Override
  public void disable(Actor by, String name) {
    StaffDuties.requireKeeperOfKeys(by);
    int disabled =
        jdbc.sql(
                """
                update access.api_key set disabled_at = :at
                where name = :name and disabled_at is null
                """)
            .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .param("name", name)
            .update();
    remembered.clear();
    if (disabled > 0) {
      audit.append(
          new AuditEntry(
              by.auditName(), "", "api-key.disable", List.of("key:" + name), List.of(), ""));
    }
  }

  @Override
  public List<ApiKey> list() {
    return jdbc.sql(
            """
            select name, source, scopes from access.api_key
            where disabled_at is null order by name
            """)
        .query(PostgresApiKeys::apiKey)
        .list();
  }

  @Override
  public List<Issued> issued() {
    return jdbc.sql(
            """
            select name, source, scopes, created_at, used_at, disabled_at
            from access.api_key order by name
            """)
        .query((row, index) ->
            new Issued(
                apiKey(row, index),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "used_at"),
                instant(row, "disabled_at")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static ApiKey apiKey(ResultSet row, int index) throws SQLException {
    String source = row.getString("source");
    return new ApiKey(
        row.getString("name"),
        source == null ? null : new SourceSystem(source),
        Arrays.stream((String[]) row.getArray("scopes").getArray())
            .map(ApiScope::valueOf)
            .collect(Collectors.toSet()));
  }
}
