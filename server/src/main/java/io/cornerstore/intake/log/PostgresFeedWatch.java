package io.cornerstore.intake.log;

import io.cornerstore.intake.FeedWatch;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Counts of feeds in PostgreSQL. Not final: transactions are a proxy's. */
public class PostgresFeedWatch implements FeedWatch {

  private static final Counts NONE = new Counts(0, 0, 0, 0);

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final Clock clock;

  /** Over the main database. */
  public PostgresFeedWatch(JdbcTemplate template, Clock clock) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Feed> feeds() {
    return feeds(null);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Feed> find(int feed) {
    return feeds(feed).stream().findFirst();
  }

  private List<Feed> feeds(@Nullable Integer number) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select f.id, s.code, f.name, coalesce(day.last_minute, 0), coalesce(day.accepted, 0),
                   coalesce(day.duplicates, 0), coalesce(day.quarantined, 0),
                   coalesce(day.refused, 0), coalesce(waits.waiting, 0), last.minute, run.file,
                   failed.error, failed.at, waits.reason, waits.at
              from intake.feed f
              join intake.source s on s.id = f.source
              left join lateral (
                     select sum(accepted) filter (where minute = :minute) as last_minute,
                            sum(accepted) as accepted, sum(duplicates) as duplicates,
                            sum(quarantined) as quarantined, sum(refused) as refused
                       from intake.feed_minute m
                      where m.feed = f.id and m.minute >= :since) as day on true
              left join lateral (
                     select minute from intake.feed_minute m
                      where m.feed = f.id order by minute desc limit 1) as last on true
              left join lateral (
                     select file from intake.import_run r
                      where r.feed = f.id and r.kind = 'import' order by id desc limit 1) as run
                on true
              left join lateral (
                     select error, coalesce(ended_at, started_at) as at from intake.import_run r
                      where r.feed = f.id and error is not null and undone_at is null
                      order by id desc limit 1) as failed on true
              left join lateral (
                     select count(*) as waiting, max(received_at) as at,
                            (array_agg(reason order by id desc))[1] as reason
                       from intake.quarantine q
                      where q.feed = f.id and q.settled_at is null) as waits on true
             where cast(:number as integer) is null or f.id = :number
             order by last.minute desc nulls last, f.id\
            """)
        .param("minute", at(now.minusSeconds(60).truncatedTo(ChronoUnit.MINUTES)))
        .param("since", at(now.minus(Duration.ofHours(24))))
        .param("number", number)
        .query((row, _) -> feed(row))
        .list();
  }

  private static Feed feed(ResultSet row) throws SQLException {
    Instant failedAt = instant(row, 13);
    Instant refusedAt = instant(row, 15);
    boolean failed = failedAt != null && (refusedAt == null || !failedAt.isBefore(refusedAt));
    return new Feed(
        row.getInt(1),
        new SourceSystem(row.getString(2)),
        row.getString(3),
        row.getLong(4),
        new Counts(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)),
        row.getLong(9),
        instant(row, 10),
        row.getString(11),
        failed ? row.getString(12) : row.getString(14),
        failed ? failedAt : refusedAt);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Step> steps(int feed, Duration step, int steps) {
    long seconds = Math.max(60, step.toSeconds());
    long end = clock.instant().getEpochSecond() / seconds * seconds;
    long begin = end - (steps - 1) * seconds;
    Map<Long, Counts> counts = new HashMap<>();
    jdbc.sql(
            """
            select cast(floor(extract(epoch from minute) / :seconds) as bigint) * :seconds,
                   sum(accepted), sum(duplicates), sum(quarantined), sum(refused)
              from intake.feed_minute
             where feed = :feed and minute >= :begin
             group by 1\
            """)
        .param("seconds", seconds)
        .param("feed", feed)
        .param("begin", at(Instant.ofEpochSecond(begin)))
        .query(row -> {
          counts.put(
              row.getLong(1),
              new Counts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
        });
    List<Step> all = new ArrayList<>(steps);
    for (long from = begin; from <= end; from += seconds) {
      all.add(new Step(Instant.ofEpochSecond(from), counts.getOrDefault(from, NONE)));
    }
    return all;
  }

  @Override
  @Transactional(readOnly = true)
  public Backlog behind(SourceRecordId entry) {
    return jdbc.sql(
            """
            select count(*), min(received_at) from (
              select received_at from intake.source_record
               where id > :entry and withdrawn_by is null order by id limit 100000) as waiting\
            """)
        .param("entry", entry.value())
        .query((row, _) -> new Backlog(row.getLong(1), instant(row, 2)))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Integer, Backlog> behindByFeed(SourceRecordId entry) {
    Map<Integer, Backlog> behind = new HashMap<>();
    jdbc.sql(
            """
            select feed, count(*), min(received_at) from (
              select feed, received_at from intake.source_record
               where id > :entry and withdrawn_by is null order by id limit :counted) as waiting
             group by feed\
            """)
        .param("entry", entry.value())
        .param("counted", COUNTED)
        .query(row -> {
          behind.put(row.getInt(1), new Backlog(row.getLong(2), instant(row, 3)));
        });
    return behind;
  }

  /** Counts calls that were refused. */
  @Transactional
  public void refused(int feed, long calls) {
    template.execute(
        (ConnectionCallback<Integer>)
            connection -> {
              FeedMinutes.add(connection, new TreeMap<>(Map.of(feed, new long[] {0, 0, 0, calls})));
              return 1;
            });
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
