package io.cornerstore.intake.log;

import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.RowKind;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.tabular.RowReader;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources, feeds and import runs by number. Thread-safe. */
public final class Feeds {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;
  private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Integer, SourceSystem> codes = new ConcurrentHashMap<>();

  /** Over the main database. */
  public Feeds(JdbcTemplate template, Clock clock) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.clock = clock;
  }

  /** A feed and its source by number. */
  public record FeedNumber(int source, int feed) {}

  /** The feed of that name, written down at first sight. */
  public FeedNumber feed(SourceSystem source, String name, @Nullable String country) {
    int sourceNumber = numbers.computeIfAbsent(source.code(), this::sourceNumber);
    int feed =
        numbers.computeIfAbsent(
            source.code() + '\n' + name, _ -> feedNumber(sourceNumber, name, country));
    return new FeedNumber(sourceNumber, feed);
  }

  /** The source of that number. */
  public SourceSystem source(int number) {
    return codes.computeIfAbsent(
        number,
        wanted ->
            new SourceSystem(
                jdbc.sql("select code from intake.source where id = :id")
                    .param("id", wanted)
                    .query(String.class)
                    .single()));
  }

  /** Countries that feeds take their numbers to be of, at most eight. */
  public List<String> countries() {
    List<String> countries = new ArrayList<>();
    jdbc.sql(
            """
            select country from intake.feed where country is not null
             group by country order by count(*) desc, country limit 8\
            """)
        .query((RowCallbackHandler) row -> countries.add(row.getString(1)));
    return countries;
  }

  /** Codes of all sources. */
  List<String> sources() {
    List<String> sources = new ArrayList<>();
    jdbc.sql("select code from intake.source order by id")
        .query((RowCallbackHandler) row -> sources.add(row.getString(1)));
    return sources;
  }

  /** Tells the planner how large things have become; after imports that changed that much. */
  public void analyze() {
    jdbc.sql(
            """
            analyze intake.source_record, intake.receipt, intake.lookup, intake.feed_item\
            """)
        .update();
  }

  /** Looks first: an insert that meets a conflict would use up a number of the small range. */
  private int sourceNumber(String code) {
    for (int attempt = 0; attempt < 3; attempt++) {
      Optional<Integer> known =
          jdbc.sql("select id from intake.source where code = :code")
              .param("code", code)
              .query(Integer.class)
              .optional();
      if (known.isPresent()) {
        return known.get();
      }
      jdbc.sql("insert into intake.source (code) values (:code) on conflict do nothing")
          .param("code", code)
          .update();
    }
    throw new IllegalStateException("source " + code + " cannot be written down");
  }

  private int feedNumber(int source, String name, @Nullable String country) {
    return jdbc.sql(
            """
            insert into intake.feed (source, name, country) values (:source, :name, :country)
            on conflict (source, name) do update
              set country = coalesce(excluded.country, feed.country)
            returning id\
            """)
        .param("source", source)
        .param("name", name)
        .param("country", country)
        .query(Integer.class)
        .single();
  }

  /** What came of an earlier import. */
  public record Earlier(long rows, long quarantined) {}

  /** The import of a file of these bytes to its end by this mapping, if there was one. */
  public Optional<Earlier> imported(int feed, UUID fingerprint, String mapping) {
    return jdbc.sql(
            """
            select rows, quarantined from intake.import_run
             where feed = :feed and fingerprint = :fingerprint and mapping = :mapping and complete
             order by id limit 1\
            """)
        .param("feed", feed)
        .param("fingerprint", fingerprint)
        .param("mapping", mapping)
        .query((row, _) -> new Earlier(row.getLong(1), row.getLong(2)))
        .optional();
  }

  /**
   * What a run reads.
   *
   * @param kind {@code import}, {@code replay} or {@code remap}
   * @param fingerprint of the file; null: never taken for one that was read before
   * @param columns as the file names them, none when they are only known row by row
   * @param delimiter of a CSV
   * @param actor who asked for it, as the audit trail names them; null: the command line
   */
  public record Input(
      String kind,
      String file,
      @Nullable UUID fingerprint,
      List<String> columns,
      @Nullable Character delimiter,
      @Nullable String actor) {

    /** A file. */
    public static Input file(String name, @Nullable UUID fingerprint, RowReader reader) {
      return new Input(
          "import", name, fingerprint, reader.columns(), reader.options().delimiter(), null);
    }

    /** Rows that are in the database already. */
    public static Input kept(String kind, String name, String actor) {
      return new Input(kind, name, null, List.of(), null, actor);
    }
  }

  /** Begins a run; the text of its mapping is kept. */
  public ImportRun begin(int feed, Input input, FeedMapping mapping) {
    keep(mapping);
    boolean quarantine =
        jdbc.sql(
                """
                select exists (
                  select from intake.quarantine where feed = :feed and settled_at is null)\
                """)
            .param("feed", feed)
            .query(Boolean.class)
            .single();
    boolean again =
        mapping.rows() == RowKind.UPSERTS
            && input.kind().equals("import")
            && readBefore(feed, input.fingerprint());
    long id =
        jdbc.sql(
                """
                insert into intake.import_run
                  (feed, kind, file, fingerprint, mapping, columns, delimiter, actor, started_at)
                values (:feed, :kind, :file, :fingerprint, :mapping, :columns, :delimiter, :actor,
                  :now)
                returning id\
                """)
            .param("feed", feed)
            .param("kind", input.kind())
            .param("file", input.file())
            .param("fingerprint", input.fingerprint(), Types.OTHER)
            .param("mapping", mapping.hash())
            .param("columns", input.columns().toArray(String[]::new))
            .param("delimiter", input.delimiter() == null ? null : input.delimiter().toString())
            .param("actor", input.actor())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    return new ImportRun(id, quarantine, again);
  }

  private void keep(FeedMapping mapping) {
    jdbc.sql(
            """
            insert into intake.mapping (hash, file, body, first_used_at)
            values (:hash, :file, :body, :now) on conflict (hash) do update set file = excluded.file\
            """)
        .param("hash", mapping.hash())
        .param("file", Path.of(mapping.file()).toAbsolutePath().normalize().toString())
        .param("body", mapping.text())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Writes down why a run could not go on. */
  public void failed(ImportRun run, String why) {
    jdbc.sql("update intake.import_run set ended_at = :now, error = :error where id = :id")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("error", why.length() > 2000 ? why.substring(0, 2000) : why)
        .param("id", run.id())
        .update();
  }

  private boolean readBefore(int feed, @Nullable UUID fingerprint) {
    return jdbc.sql(
            """
            select exists (
              select from intake.import_run
               where feed = :feed and fingerprint = :fingerprint and complete)\
            """)
        .param("feed", feed)
        .param("fingerprint", fingerprint, Types.OTHER)
        .query(Boolean.class)
        .single();
  }

  /** Ends the import of a file that was read to its end. */
  public void complete(ImportRun run, long rows, long duplicates) {
    jdbc.sql(
            """
            update intake.import_run
               set complete = true, ended_at = :now, rows = :rows, duplicates = :duplicates
             where id = :id\
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("rows", rows)
        .param("duplicates", duplicates)
        .param("id", run.id())
        .update();
  }

  /** Ends the import of a file of products or stores. */
  public void completeReference(ImportRun run, long rows, long accepted) {
    jdbc.sql(
            """
            update intake.import_run
               set complete = true, ended_at = :now, rows = :rows, accepted = :accepted,
                   duplicates = :rows - :accepted - quarantined
             where id = :id\
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("rows", rows)
        .param("accepted", accepted)
        .param("id", run.id())
        .update();
  }

  /** Which of these messages are in the log already; a hint only, since nothing is locked. */
  public Set<UUID> known(Collection<UUID> messages) {
    Set<UUID> known =
        template.execute(
            (ConnectionCallback<Set<UUID>>) connection -> Receipts.known(connection, messages));
    return known == null ? Set.of() : known;
  }

  /** The feed of that name, if it has been seen. */
  public Optional<FeedNumber> known(SourceSystem source, String name) {
    return jdbc.sql(
            """
            select feed.source, feed.id
              from intake.feed join intake.source on source.id = feed.source
             where source.code = :source and feed.name = :name\
            """)
        .param("source", source.code())
        .param("name", name)
        .query((row, _) -> new FeedNumber(row.getInt(1), row.getInt(2)))
        .optional();
  }

  /** How many of these messages came by another feed of the same source. */
  public long knownElsewhere(int feed, Collection<UUID> messages) {
    Long count =
        template.execute(
            (ConnectionCallback<Long>)
                connection -> Receipts.knownElsewhere(connection, feed, messages));
    return count == null ? 0 : count;
  }
}
