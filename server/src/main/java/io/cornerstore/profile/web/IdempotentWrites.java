package io.cornerstore.profile.web;

import io.cornerstore.access.Actor;
import io.cornerstore.profile.web.ApiProblem.Mistake;
import io.cornerstore.vault.KeyedHash;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries a request out once per actor and key, however often it is sent, and repeats the first
 * answer. Key, write and answer are one transaction: what failed may be sent again with its key.
 * Keys and requests are kept as keyed hashes, answers hold ids only. Thread-safe.
 */
final class IdempotentWrites {

  static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

  /** What was sent: the key, what kind of request, and its body. */
  record Request(@Nullable String key, String kind, String body) {}

  private record Kept(UUID request, String answer) {}

  private final JdbcClient jdbc;
  private final KeyedHash hash;
  private final TransactionOperations transactions;
  private final Clock clock;

  IdempotentWrites(
      JdbcClient jdbc, KeyedHash hash, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The answer of {@code write}, now or when it was carried out. */
  String once(Actor actor, Request request, Supplier<String> write) {
    String sent = request.key();
    if (sent == null || !FORM.matcher(sent).matches()) {
      throw new ApiProblem(
          ProblemType.IDEMPOTENCY_KEY_REQUIRED,
          "The header Idempotency-Key is missing or malformed.",
          List.of(new Mistake("header", HEADER, "must be 1 to 255 printable ASCII characters")));
    }
    UUID key = hash.full("idempotency", actor.auditName() + "\n" + sent);
    UUID fingerprint = hash.full("idempotency", request.kind() + "\n" + request.body());
    return transactions.execute(_ -> {
      if (!claim(key, fingerprint)) {
        return kept(key, fingerprint);
      }
      String answer = write.get();
      jdbc.sql("update profile.idempotent_write set answer = :answer where key = :key")
          .param("answer", answer)
          .param("key", key)
          .update();
      return answer;
    });
  }

  /** Waits for a transaction that has claimed the key and is not over. */
  private boolean claim(UUID key, UUID fingerprint) {
    return jdbc.sql(
                """
                insert into profile.idempotent_write (key, request, answer, at)
                values (:key, :request, '', :at)
                on conflict (key) do nothing
                """)
            .param("key", key)
            .param("request", fingerprint)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private String kept(UUID key, UUID fingerprint) {
    Kept kept =
        jdbc.sql("select request, answer from profile.idempotent_write where key = :key")
            .param("key", key)
            .query(
                (row, _) -> new Kept(row.getObject("request", UUID.class), row.getString("answer")))
            .single();
    if (!kept.request().equals(fingerprint)) {
      throw new ApiProblem(
          ProblemType.IDEMPOTENCY_KEY_REUSED, "The key was used with another request.");
    }
    return kept.answer();
  }
}
