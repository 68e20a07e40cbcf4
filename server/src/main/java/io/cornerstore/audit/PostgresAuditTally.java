package io.cornerstore.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the trail backwards by its key. Not final: the transaction rules of the face are a proxy's.
 */
class PostgresAuditTally implements AuditTally {

  private final JdbcClient jdbc;
  private final Clock clock;

  PostgresAuditTally(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Row(Count count, Instant since) {}

  @Override
  public Counts lately(Duration back) {
    List<Row> rows =
        jdbc.sql(
                """
                with newest as (
                  select at, purpose, action from audit.entry order by number desc limit :most)
                select purpose, action, count(*) as acts, min(at) as since
                from newest where at >= :since
                group by purpose, action order by acts desc, purpose, action
                """)
            .param("most", MOST)
            .param("since", OffsetDateTime.ofInstant(clock.instant().minus(back), ZoneOffset.UTC))
            .query(PostgresAuditTally::row)
            .list();
    return new Counts(
        rows.stream().map(Row::count).toList(),
        rows.stream().map(Row::since).min(Comparator.naturalOrder()).orElse(null),
        rows.stream().mapToLong(row -> row.count().acts()).sum() < MOST);
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        new Count(row.getString("purpose"), row.getString("action"), row.getLong("acts")),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
