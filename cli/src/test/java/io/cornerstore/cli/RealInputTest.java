package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.intake.Work;
import io.cornerstore.identity.Assignments;
import io.cornerstore.intake.FeedImport;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.SubjectIds;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parts of the real inputs through the mappings in {@code examples}, from file to customer. */
final class RealInputTest {

  @TempDir private Path folder;

  @Test
  void adventureWorks_thousandCustomers_joinTheirPersonsAndNobodyElse() throws Exception {
    Path data = data("adventureworks");
    Path feeds = feeds("adventureworks");
    Map<String, String> people = new LinkedHashMap<>();
    for (String line : lines(data.resolve("customers.csv.gz"))) {
      String[] cells = line.split(",", -1);
      if (cells[0].matches("11[0-9]{3}") && !cells[1].isEmpty()) {
        people.put(cells[0], cells[1]);
      }
    }
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        Files.createSymbolicLink(feeds.resolve(file.getFileName()), file);
      }
    }
    Set<String> persons = new HashSet<>(people.values());
    part(data, feeds, "crm_customers", line -> people.containsKey(line.split(",", 2)[0]));
    part(data, feeds, "emails", line -> persons.contains(line.split(",", 2)[0]));
    for (String left : List.of("web-orders", "online-orders", "survey", "products", "resellers")) {
      Files.delete(feeds.resolve(left + ".mapping.yaml"));
    }
    try (Installation installation = Installation.own(folder.resolve("data"))) {
      ApplicationContext application = loaded(installation, feeds, 0);
      SubjectIds ids = application.getBean(SubjectIds.class);
      Map<SubjectId, CustomerId> customers = new HashMap<>();
      application.getBean(Assignments.class).export(customers::put);
      SourceSystem crm = new SourceSystem("crm");
      Set<CustomerId> joined = new HashSet<>();
      Set<String> apart = new TreeSet<>();
      for (String line : lines(feeds.resolve("crm_customers.csv"))) {
        String key = line.split(",", 2)[0];
        CustomerId customer = customers.get(ids.ofKey(crm, key));
        assertThat(customer).isNotNull();
        if (!customer.equals(
            customers.get(ids.ofKey(new SourceSystem("people"), people.get(key))))) {
          apart.add(key);
        }
        joined.add(customer);
      }
      assertThat(apart).as("CRM keys apart from their persons").isEmpty();
      assertThat(joined)
          .as("each CRM key is a customer of its own")
          .hasSize(lines(feeds.resolve("crm_customers.csv")).size());
      assertThat(count(application, OTHERS_ORDERS)).as("shop orders of persons").isZero();
    }
  }

  private static final String OTHERS_ORDERS =
      """
      select count(*) from intake.source_record r join intake.source s on s.id = r.source
      left join identity.member m on m.subject = r.subject
      left join identity.customer c on c.customer = m.customer
      where s.code = 'sales-force' and c.kind is distinct from 1
      """;

  @Test
  void onlineRetail_linesInAnyOrderAgain_changeNothingAndNoneIsLost() throws Exception {
    Path data = data("online_retail_2010_2011.csv.gz");
    Path feeds = feeds("online-retail");
    List<String> all = lines(data, 20_001);
    List<String> rows = all.subList(1, all.size());
    Files.write(feeds.resolve("online_retail_part.csv"), all);
    try (Installation installation = Installation.own(folder.resolve("data"))) {
      ApplicationContext application = loaded(installation, feeds, rows.size());
      assertThat(new HashSet<>(rows)).as("there are copies").hasSizeLessThan(rows.size());
      assertThat(count(application, "select count(*) from identity.customer where live"))
          .isEqualTo(
              rows.stream()
                  .map(RealInputTest::customer)
                  .filter(key -> !key.isEmpty())
                  .distinct()
                  .count());
      assertThat(
              count(
                  application,
                  """
                  select count(*) from intake.source_record r
                  where not exists (select from identity.member m where m.subject = r.subject)
                  """))
          .isEqualTo(rows.stream().filter(row -> customer(row).isEmpty()).count());
      assertThat(count(application, "select count(*) from intake.source_record where type = 1"))
          .isEqualTo(rows.stream().filter(row -> row.startsWith("C")).count());
      List<String> other = new ArrayList<>(rows);
      Collections.shuffle(other, new Random(7));
      other.addFirst(all.getFirst());
      Files.write(feeds.resolve("online_retail_other.csv"), other);
      ImportReport again =
          application.getBean(FeedImport.class).run(ImportRequest.of(feeds), _ -> {});
      assertThat(again.appended()).isZero();
      assertThat(again.quarantined()).isZero();
    }
  }

  private static String customer(String row) {
    String[] cells = row.split(",", -1);
    return cells[cells.length - 2]; // counted from the end: descriptions may hold commas
  }

  private static ApplicationContext loaded(Installation installation, Path feeds, long rows)
      throws InterruptedException {
    var application = installation.command();
    Work work = new Work(application);
    ImportReport report = work.read(ImportRequest.of(feeds));
    assertThat(report.quarantined()).isZero();
    if (rows > 0) {
      assertThat(report.appended()).isEqualTo(rows);
    }
    work.resolve();
    return application;
  }

  private static long count(ApplicationContext application, String sql) {
    return application.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  private static Path root() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("cornerstore"))) {
      root = root.getParent();
    }
    return root;
  }

  private static Path data(String name) {
    String set = System.getenv("CORNERSTORE_RETAIL_DATA");
    Path retail =
        set == null
            ? root().resolveSibling("shared").resolve("data").resolve("retail")
            : Path.of(set);
    Path data = retail.resolve(name).normalize();
    if (!Files.exists(data)) {
      String missing =
          "SKIPPED: %s is missing, so this real input is not tested (CORNERSTORE_RETAIL_DATA names another folder)"
              .formatted(data);
      System.out.println(missing);
      assumeTrue(false, missing);
    }
    return data;
  }

  private Path feeds(String example) throws IOException {
    Path feeds = Files.createDirectory(folder.resolve("feeds"));
    try (Stream<Path> files = Files.list(root().resolve("examples").resolve(example))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".mapping.yaml")).toList()) {
        Files.copy(file, feeds.resolve(file.getFileName()));
      }
    }
    return feeds;
  }

  /** The header and some of the lines of a file, in place of the link to all of it. */
  private static void part(Path data, Path feeds, String name, Predicate<String> wanted)
      throws IOException {
    Files.delete(feeds.resolve(name + ".csv.gz"));
    List<String> lines = lines(data.resolve(name + ".csv.gz"), Integer.MAX_VALUE);
    List<String> kept = new ArrayList<>(lines.stream().skip(1).filter(wanted).toList());
    kept.addFirst(lines.getFirst());
    Files.write(feeds.resolve(name + ".csv"), kept);
  }

  private static List<String> lines(Path file) throws IOException {
    return lines(file, Integer.MAX_VALUE).stream().skip(1).toList();
  }

  private static List<String> lines(Path file, int most) throws IOException {
    var in = Files.newInputStream(file);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                StandardCharsets.UTF_8))) {
      return reader.lines().limit(most).toList();
    }
  }
}
