package io.cornerstore.sampletown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Writes a town as the files a business would have: feeds in the order of time, cards and accounts
 * in no order, each beside its mapping. Memory is bounded whatever the size: about a hundred
 * megabytes, the rest waits in files beside the feeds until it is sorted.
 */
public final class TownFeeds {

  /** The feeds a town is written as, by the name of their mapping without its ending. */
  public static final List<String> FEEDS =
      List.of(
          "delivery-notes",
          "event-visits",
          "loyalty-cards",
          "loyalty-points",
          "mail-orders",
          "products",
          "service-calls",
          "store-purchases",
          "stores",
          "trade-accounts",
          "trade-orders",
          "web-forms",
          "web-orders");

  private TownFeeds() {}

  /**
   * Writes every feed with its mapping into {@code folder/feeds}, and what is true ({@code
   * truth.csv}, {@code expected.json}, {@code secrets.csv}) into {@code folder/truth}, which the
   * import must never see. Files that are there are replaced.
   */
  public static Written write(Town town, Path folder, Progress progress) throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Path truth = Files.createDirectories(folder.resolve("truth"));
    TownSettings settings = town.settings();
    double rows = settings.people() * settings.interactionsPerPerson();
    try (Press press = new Press(feeds, rows);
        TruthBook book = new TruthBook(truth)) {
      serve(opening(town, press, book), progress);
      press.write(progress);
      Written written = book.written(settings.people(), press);
      Files.writeString(truth.resolve("expected.json"), Expected.json(written, settings));
      for (String feed : FEEDS) {
        mapping(feed, feeds);
      }
      return written;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes one line for each person a source knows by name, for linkage benches: {@code
   * folder/flat.csv} (source, id, given_name, family_name, birth_date, sex, email, phone, street,
   * city, postcode) and {@code folder/flat-truth.csv} (source, id, person) in the same order. A
   * town gives about three lines a person. The ids are those of {@link #write}.
   *
   * @return how many lines
   */
  public static long writeFlat(Town town, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Press press = new Press(folder, town.settings().people() * 4.0);
        Press nowhere = new Press(folder, 0)) {
      FlatBook book = new FlatBook(press, town.settings().seed());
      serve(opening(town, nowhere, book), Progress.SILENT);
      return book.write();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Opening opening(Town town, Press press, Book book) {
    TownSettings settings = town.settings();
    return new Opening(town, new Calendar(settings.from(), settings.until()), press, book);
  }

  private static void serve(Opening opening, Progress progress) {
    Channels channels = new Channels(opening);
    int people = opening.town().settings().people();
    long[] served = {0, 0};
    progress.at("people", 0, people);
    opening
        .town()
        .forEachHousehold(household -> {
          channels.serve(household);
          served[0] += household.people().size();
          if (served[0] - served[1] >= 1_000) {
            served[1] = served[0];
            progress.at("people", served[0], people);
          }
        });
    channels.finish();
    progress.at("people", people, people);
  }

  private static void mapping(String feed, Path folder) throws IOException {
    String name = feed + ".mapping.yaml";
    try (InputStream in = TownFeeds.class.getResourceAsStream("mappings/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + name);
      }
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The counts as JSON with sorted names. */
  private static final class Expected {

    static String json(Written written, TownSettings settings) {
      Json json = new Json().open('{');
      json.put("seed", settings.seed()).put("people", written.people());
      json.put("from", settings.from().toString()).put("until", settings.until().toString());
      json.put("rows", written.rows());
      counts(json, "feeds", written.feeds());
      counts(json, "subjects", written.subjects());
      counts(json, "interactions", written.interactions());
      counts(json, "malformed", written.malformed());
      counts(json, "repeated", written.repeated());
      counts(json, "secrets", written.secrets());
      return json.close('}').toString() + '\n';
    }

    private static void counts(Json json, String name, Map<String, Long> counts) {
      json.name(name).open('{');
      counts.forEach(json::put);
      json.close('}');
    }
  }
}
