package io.cornerstore.intake.log;

import io.cornerstore.intake.Remapping.UsedMapping;
import io.cornerstore.kernel.SourceSystem;
import java.nio.file.Path;
import java.sql.Array;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What rows of a feed were read by. Not final: transactions are a proxy's. */
public class FeedMappings {

  private final JdbcClient jdbc;

  /** Over the main database. */
  public FeedMappings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A feed by its number. */
  public record Feed(int number, int sourceNumber, SourceSystem source, String name) {}

  /** A kept mapping and where it stood. */
  public record Kept(String hash, String file, String body) {}

  /** How a file was laid out. */
  public record Layout(List<String> columns, @Nullable Character delimiter) {

    /** Nothing is known of it. */
    public static final Layout UNKNOWN = new Layout(List.of(), null);

    public Layout {
      columns = List.copyOf(columns);
    }
  }

  /** The feed of that number. */
  @Transactional(readOnly = true)
  public Optional<Feed> feed(int number) {
    return jdbc.sql(
            """
            select f.id, f.source, s.code, f.name
              from intake.feed f join intake.source s on s.id = f.source
             where f.id = :number\
            """)
        .param("number", number)
        .query((row, _) ->
            new Feed(
                row.getInt(1), row.getInt(2), new SourceSystem(row.getString(3)), row.getString(4)))
        .optional();
  }

  /** The mapping the feed was last read by. */
  @Transactional(readOnly = true)
  public Optional<Kept> latest(int feed) {
    return jdbc.sql(
            """
            select m.hash, m.file, m.body
              from intake.import_run r join intake.mapping m on m.hash = r.mapping
             where r.feed = :feed
             order by r.id desc limit 1\
            """)
        .param("feed", feed)
        .query((row, _) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** What the feed was read by, the last one first, and when each was last used. */
  @Transactional(readOnly = true)
  public List<UsedMapping> used(int feed, int most) {
    return jdbc.sql(
            """
            select m.hash, m.file, m.body, max(r.started_at)
              from intake.import_run r join intake.mapping m on m.hash = r.mapping
             where r.feed = :feed
             group by m.hash, m.file, m.body
             order by max(r.id) desc limit :most\
            """)
        .param("feed", feed)
        .param("most", most)
        .query((row, _) ->
            new UsedMapping(
                row.getString(1),
                Path.of(row.getString(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** How the file of a run was laid out. */
  @Transactional(readOnly = true)
  public Layout layout(@Nullable Long run) {
    return run == null
        ? Layout.UNKNOWN
        : jdbc.sql("select columns, delimiter from intake.import_run where id = :run")
            .param("run", run)
            .query((row, _) -> {
              Array columns = row.getArray(1);
              String delimiter = row.getString(2);
              return new Layout(
                  columns == null ? List.of() : List.of((String[]) columns.getArray()),
                  delimiter == null || delimiter.isEmpty() ? null : delimiter.charAt(0));
            })
            .optional()
            .orElse(Layout.UNKNOWN);
  }
}
