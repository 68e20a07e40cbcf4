package io.cornerstore.intake.log;

import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Bad rows in PostgreSQL. */
public class PostgresQuarantine implements Quarantine {

  private final JdbcClient jdbc;
  private final Vault vault;

  /** Over the main database and the vault. */
  public PostgresQuarantine(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @Override
  @Transactional(readOnly = true)
  public List<QuarantinedRow> newest(int limit) {
    return jdbc.sql(
            """
            select q.id, s.code || ' ' || f.name, q.file, q.line, q."column", q.reason,
                   q.received_at
              from intake.quarantine q
              join intake.feed f on f.id = q.feed
              join intake.source s on s.id = f.source
             order by q.id desc
             limit :limit\
            """)
        .param("limit", limit)
        .query((row, _) ->
            new QuarantinedRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Long> countsByReason() {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select reason, count(*) from intake.quarantine
             group by reason order by count(*) desc, reason\
            """)
        .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> open(long id, UnsealPermit permit) {
    Optional<Map.Entry<SubjectId, byte[]>> row =
        jdbc.sql("select subject, content from intake.quarantine where id = :id")
            .param("id", id)
            .query((found, _) ->
                Map.entry(new SubjectId(found.getObject(1, UUID.class)), found.getBytes(2)))
            .optional();
    return row.flatMap(sealed -> {
      Keyring keys = vault.opening(List.of(sealed.getKey()), permit);
      return keys.has(sealed.getKey())
          ? Optional.of(
              new String(
                  keys.open(sealed.getKey(), LogAppender.CONTENT, sealed.getValue()),
                  StandardCharsets.UTF_8))
          : Optional.empty();
    });
  }
}
