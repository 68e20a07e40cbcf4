package io.cornerstore.sampletown;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownFeedsTest {

  private static final int PEOPLE = 4_000;
  private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");
  private static final Pattern EMAIL = Pattern.compile("[^\\s\",;:<>]+@([a-z0-9.-]+)");

  @TempDir static Path folder;
  private static Written written;

  @BeforeAll
  static void writeTheTown() throws IOException {
    written = TownFeeds.write(Town.of(TownSettings.of(11, PEOPLE)), folder, Progress.SILENT);
  }

  private static Path feed(String name) {
    return folder.resolve("feeds").resolve(name);
  }

  private static List<Truth> truth() throws IOException {
    List<Truth> all = new ArrayList<>();
    Truth.read(folder.resolve("truth/truth.csv"), all::add);
    return all;
  }

  @Test
  void write_everyFeed_standsBesideItsMappingAndNothingElse() throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> files = Files.list(folder.resolve("feeds"))) {
      files.map(file -> file.getFileName().toString()).forEach(names::add);
    }
    assertThat(names).hasSize(2 * TownFeeds.FEEDS.size());
    for (String feed : TownFeeds.FEEDS) {
      assertThat(names).contains(feed + ".mapping.yaml");
      assertThat(names).anyMatch(name -> name.matches(feed + "\\.(csv|jsonl)(\\.gz)?"));
    }
  }

  @Test
  void write_interactions_areSixToTenAPerson() {
    double each =
        written.interactions().values().stream().mapToLong(Long::longValue).sum() / (1.0 * PEOPLE);
    assertThat(each).isBetween(6.0, 10.0);
    assertThat(written.people()).isEqualTo(PEOPLE);
  }

  @Test
  void truth_everySubject_hasExactlyOnePerson() throws IOException {
    List<Truth> truth = truth();
    Set<String> keys = new HashSet<>();
    truth.forEach(line -> assertThat(keys.add(line.source() + '/' + line.key())).isTrue());
    assertThat(truth)
        .hasSize((int) written.subjects().values().stream().mapToLong(Long::longValue).sum());
    assertThat(truth).allMatch(line -> line.person().matches("[po]\\d+"));
  }

  @Test
  void truth_keysOfTheFeeds_areAllThere() throws IOException {
    Map<String, Set<String>> told = new HashMap<>();
    for (Truth line : truth()) {
      told.computeIfAbsent(line.source(), _ -> new HashSet<>()).add(line.key());
    }
    Map<String, Set<String>> seen = new HashMap<>();
    collect(seen, "mailorder", "mail-orders.csv", "customer_no");
    collect(seen, "forms", "web-forms.csv", "contact_id");
    collect(seen, "helpdesk", "service-calls.csv", "caller_no");
    collect(seen, "courier", "delivery-notes.csv.gz", "consignee_no");
    collect(seen, "loyalty", "loyalty-cards.csv", "card_no");
    collect(seen, "loyalty", "loyalty-points.csv", "card_no");
    for (Map<String, String> row : rows("store-purchases.csv")) {
      boolean card = !row.getOrDefault("card_no", "").isEmpty();
      seen.computeIfAbsent(card ? "loyalty" : "tills", _ -> new HashSet<>())
          .add(row.get(card ? "card_no" : "receipt_no"));
    }
    for (String source : List.of("mailorder", "forms", "helpdesk", "courier", "tills")) {
      assertThat(seen.get(source)).as(source).isEqualTo(told.get(source));
    }
    assertThat(told.get("loyalty")).containsAll(seen.get("loyalty"));
  }

  private static void collect(
      Map<String, Set<String>> seen, String source, String file, String column) throws IOException {
    Set<String> keys = seen.computeIfAbsent(source, _ -> new HashSet<>());
    rows(file).forEach(row -> keys.add(row.get(column)));
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    char delimiter = file.startsWith("store") ? ';' : file.startsWith("trade-acc") ? '\t' : ',';
    return Rows.whole(feed(file), file.startsWith("mail") ? ISO_8859_1 : UTF_8, delimiter);
  }

  @Test
  void csv_brokenRows_areAsManyAsExpected() throws IOException {
    for (String file : written.feeds().keySet()) {
      if (file.contains(".csv")) {
        char delimiter =
            file.startsWith("store-") ? ';' : file.startsWith("trade-acc") ? '\t' : ',';
        List<List<String>> rows =
            Rows.of(feed(file), file.startsWith("mail") ? ISO_8859_1 : UTF_8, delimiter);
        int cells = rows.getFirst().size();
        long ragged = rows.stream().filter(row -> row.size() != cells).count();
        long expected =
            written.malformed().getOrDefault(file + "/too-few-cells", 0L)
                + written.malformed().getOrDefault(file + "/too-many-cells", 0L);
        assertThat(ragged).as(file).isEqualTo(expected);
        assertThat(rows).as(file).hasSize((int) (written.feeds().get(file) + 1));
      }
    }
  }

  @Test
  void returns_ofEveryShop_referToAnEarlierPurchase() throws IOException {
    check("store-purchases.csv", "receipt_no", "orig_receipt", "sold_at", US);
    DateTimeFormatter space = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    check("trade-orders.csv", "order_no", "orig_order", "ordered_at", space);
    List<String> lines = List.of(Rows.text(feed("web-orders.jsonl"), UTF_8).split("\n"));
    Set<String> orders = new HashSet<>();
    int undone = 0;
    for (String line : lines) {
      if (line.endsWith("]}")) {
        orders.add(member(line, "order_no"));
        if (!line.contains("\"refers_to\":null")) {
          undone++;
          assertThat(orders).contains(member(line, "refers_to"));
        }
      }
    }
    assertThat(undone).isGreaterThan(PEOPLE / 20);
  }

  private static String member(String line, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(line);
    return found.find() ? found.group(1) : "";
  }

  private static void check(
      String file, String order, String original, String time, DateTimeFormatter form)
      throws IOException {
    Map<String, LocalDateTime> sold = new HashMap<>();
    List<Map<String, String>> rows = rows(file);
    for (Map<String, String> row : rows) {
      try {
        sold.putIfAbsent(row.get(order), LocalDateTime.parse(row.get(time), form));
      } catch (DateTimeException e) {
        continue; // damaged on purpose
      }
      if (!row.getOrDefault(original, "").isEmpty()) {
        assertThat(sold).as(file).containsKey(row.getOrDefault(original, ""));
        assertThat(sold.get(row.getOrDefault(original, "")))
            .isBeforeOrEqualTo(sold.get(row.get(order)));
      }
    }
    assertThat(rows).anyMatch(row -> !row.getOrDefault(original, "").isEmpty());
  }

  @Test
  void purchases_theirTimes_followWeekAndYear() throws IOException {
    Map<DayOfWeek, Integer> week = new HashMap<>();
    Map<Month, Integer> year = new HashMap<>();
    int damaged = 0;
    for (Map<String, String> row : rows("store-purchases.csv")) {
      try {
        LocalDateTime at = LocalDateTime.parse(row.get("sold_at"), US);
        week.merge(at.getDayOfWeek(), 1, Integer::sum);
        year.merge(at.getMonth(), 1, Integer::sum);
        assertThat(at.getHour()).isBetween(8, 21);
      } catch (DateTimeException e) {
        damaged++;
      }
    }
    assertThat(damaged).isPositive();
    assertThat(week.get(DayOfWeek.SATURDAY))
        .isGreaterThan(week.getOrDefault(DayOfWeek.TUESDAY, 0) * 5 / 4);
    assertThat(year.get(Month.DECEMBER))
        .isGreaterThan(year.getOrDefault(Month.FEBRUARY, 0) * 3 / 2);
  }

  @Test
  void contacts_everywhere_areReservedOrFictional() throws IOException {
    for (String file : written.feeds().keySet()) {
      Matcher email = EMAIL.matcher(Rows.text(feed(file), UTF_8));
      while (email.find()) {
        assertThat(email.group(1)).matches("(.*\\.)?example(\\.com|\\.org|\\.net)?");
      }
    }
    for (String file : List.of("loyalty-cards.csv", "service-calls.csv", "web-forms.csv")) {
      for (Map<String, String> row : rows(file)) {
        String phone = row.getOrDefault("mobile", row.getOrDefault("phone", ""));
        String digits = phone.replaceAll("\\D", "").replaceFirst("^1(?=\\d{10})", "");
        if (!digits.isEmpty()) {
          assertThat(digits).matches("[2-9]\\d\\d555\\d{4}");
          assertThat(Numbers.isArea(digits.substring(0, 3))).isTrue();
        }
      }
    }
  }

  @Test
  void secrets_planted_standInTheFeeds() throws IOException {
    List<List<String>> secrets = Rows.of(folder.resolve("truth/secrets.csv"), UTF_8, ',');
    Map<String, String> texts = new HashMap<>();
    assertThat(secrets.size() - 1L)
        .isEqualTo(written.secrets().values().stream().mapToLong(Long::longValue).sum());
    assertThat(written.secrets()).containsKeys("card", "ssn", "nik");
    for (List<String> secret : secrets.subList(1, secrets.size())) {
      if (!texts.containsKey(secret.getFirst())) {
        texts.put(secret.getFirst(), Rows.text(feed(secret.getFirst()), ISO_8859_1));
      }
      assertThat(texts.get(secret.getFirst())).contains(secret.get(2));
    }
  }

  @Test
  void expected_theFile_saysWhatTheCallSaid() throws IOException {
    String json = Files.readString(folder.resolve("truth/expected.json"));
    written.feeds().forEach((file, rows) -> assertThat(json).contains('"' + file + "\":" + rows));
    assertThat(json).contains("\"rows\":" + written.rows() + ',');
  }

  @Test
  void mappings_theColumnsTheyName_standInTheHeaders() throws IOException {
    Set<String> words = Set.of("loyalty", "person", "organization", "form", "call", "delivery");
    Pattern scalar = Pattern.compile("^ {2,4}([a-z0-9-]+): ([A-Za-z_]+)$", Pattern.MULTILINE);
    for (String file : written.feeds().keySet()) {
      String name = file.substring(0, file.indexOf('.'));
      if (file.contains(".csv") && !written.feeds().get(file).equals(0L)) {
        String header = Rows.text(feed(file), ISO_8859_1).lines().findFirst().orElseThrow();
        Set<String> columns = Set.of(header.split("[,;\t]"));
        Matcher found = scalar.matcher(Files.readString(feed(name + ".mapping.yaml")));
        while (found.find()) {
          if (!words.contains(found.group(2)) && !found.group(1).equals("type")) {
            assertThat(columns).as(name + ' ' + found.group()).contains(found.group(2));
          }
        }
      }
    }
  }

  @Test
  void flat_lines_matchTheirTruthLineByLine(@TempDir Path flat) throws IOException {
    long lines = TownFeeds.writeFlat(Town.of(TownSettings.of(11, PEOPLE)), flat);
    List<List<String>> records = Rows.of(flat.resolve("flat.csv"), UTF_8, ',');
    List<List<String>> people = Rows.of(flat.resolve("flat-truth.csv"), UTF_8, ',');
    assertThat(records).hasSize((int) lines + 1).hasSameSizeAs(people);
    Map<String, String> truth = new HashMap<>();
    truth().forEach(line -> truth.put(line.source() + '/' + line.key(), line.person()));
    for (int i = 1; i < records.size(); i++) {
      assertThat(records.get(i).subList(0, 2)).isEqualTo(people.get(i).subList(0, 2));
      String key = people.get(i).get(0) + '/' + people.get(i).get(1);
      assertThat(truth.get(key)).isEqualTo(people.get(i).get(2));
    }
    assertThat(lines / (double) PEOPLE).isBetween(2.5, 4.0);
  }
}
