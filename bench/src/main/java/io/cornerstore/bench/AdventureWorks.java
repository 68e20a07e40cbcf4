package io.cornerstore.bench;

import static io.cornerstore.bench.RealInput.check;

import io.cornerstore.identity.IdentityStatistics;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.tabular.Row;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports Microsoft's AdventureWorks as the separate sources it could be, and scores who was joined
 * with whom against the key the sources share. A second run leaves the e-mail out of the CRM's
 * feed. Arguments: the folder of the data; optionally that of the mappings.
 */
public final class AdventureWorks {

  private final Path data;
  private final Path mappings;
  private final PrintStream out;
  private final List<Boolean> checks = new ArrayList<>();
  private final Map<String, String> personOf = new HashMap<>();
  private final Map<String, String> crm = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, String> prospects = new HashMap<>();

  private AdventureWorks(Path data, Path mappings, PrintStream out) {
    this.data = data;
    this.mappings = mappings;
    this.out = out;
    RealInput.rows(
        data.resolve("customers.csv.gz"),
        row -> personOf.put(text(row, "customer_id"), text(row, "person_id")));
    RealInput.rows(
        data.resolve("crm_customers.csv.gz"),
        row -> crm.put(text(row, "CustomerKey"), name(row, "FirstName", "LastName")));
    RealInput.rows(data.resolve("emails.csv.gz"), row -> people.put(text(row, "person_id"), ""));
    RealInput.rows(
        data.resolve("persons_sample.csv.gz"),
        row -> people.put(text(row, "businessentityid"), name(row, "firstname", "lastname")));
    RealInput.rows(
        data.resolve("prospects.csv.gz"),
        row -> prospects.put(text(row, "prospect_id"), name(row, "first_name", "last_name")));
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path mappings = Path.of(arguments.length > 1 ? arguments[1] : "examples/adventureworks");
    AdventureWorks run = new AdventureWorks(Path.of(arguments[0]), mappings, System.out);
    run.withEmail();
    run.withoutEmail();
    System.exit(RealInput.exit(run.checks));
  }

  private static String text(Row row, String column) {
    String value = row.value(column);
    return value == null ? "" : value;
  }

  private static String name(Row row, String given, String family) {
    return (text(row, given) + " " + text(row, family)).toLowerCase(Locale.ROOT);
  }

  private void expect(String what, long found, long wanted) {
    checks.add(check(out, what, found, wanted));
  }

  private void withEmail() throws IOException, InterruptedException {
    out.println("== with e-mail");
    try (RealInput input = new RealInput(Files.createTempDirectory("adventureworks"), out)) {
      ImportReport report = input.load(input.feeds(data, mappings, text -> text));
      expect("rows in quarantine", report.quarantined(), 0);
      out.println(input.bean(IdentityStatistics.class).now());
      Clusters clusters = new Clusters(input);
      long joined = crm.keySet().stream().filter(clusters::isJoined).count();
      expect("CRM customers joined with their person", joined, crm.size());
      expect("customers of two CRM keys or persons (false merges)", clusters.mixed(), 0);
      bought(clusters);
      thirdPartyWins(input);
      organizations(input);
    }
  }

  private void withoutEmail() throws IOException, InterruptedException {
    out.println("== without e-mail in the CRM's feed");
    try (RealInput input = new RealInput(Files.createTempDirectory("adventureworks"), out)) {
      input.load(
          input.feeds(
              data, mappings, text -> text.replaceAll("(?m)^  email: EmailAddress\\R", "")));
      Clusters clusters = new Clusters(input);
      Set<String> scored = new HashSet<>();
      for (String key : crm.keySet()) {
        if (!people.getOrDefault(personOf.getOrDefault(key, ""), "").isEmpty()) {
          scored.add(key);
        }
      }
      out.printf("CRM customers whose person has a name: %,d%n", scored.size());
      long right = scored.stream().filter(clusters::isJoined).count();
      score("joined", right, clusters.joinedPairs(), scored.size());
      Proposals proposals = new Proposals(input, clusters);
      score(
          "joined or proposed for review",
          scored.stream()
              .filter(key -> clusters.isJoined(key) || proposals.right.contains(key))
              .count(),
          clusters.joinedPairs() + proposals.pairs,
          scored.size());
      out.printf("customers of two CRM keys or persons: %,d%n", clusters.mixed());
      bought(clusters);
      thirdPartyWins(input);
    }
  }

  private void score(String what, long right, long found, long all) {
    out.printf(
        "%s: precision %.4f (%,d of %,d pairs), recall %.4f (of %,d)%n",
        what, found == 0 ? 1 : (double) right / found, right, found, (double) right / all, all);
  }

  private void bought(Clusters clusters) {
    long merged = 0;
    long nameless = 0;
    for (Cluster cluster : clusters.byCustomer.values()) {
      for (String prospect : cluster.prospects) {
        if (cluster.crm.isEmpty() && cluster.people.isEmpty()) {
          continue;
        }
        merged++;
        String name = prospects.getOrDefault(prospect, "");
        boolean same =
            cluster.crm.stream().anyMatch(key -> name.equals(crm.get(key)))
                || cluster.people.stream().anyMatch(key -> name.equals(people.get(key)));
        nameless += same ? 0 : 1;
      }
    }
    out.printf("prospects merged with a first-party customer: %,d%n", merged);
    expect("of them without the same name (address or phone alone)", nameless, 0);
  }

  private void thirdPartyWins(RealInput input) {
    expect(
        "golden fields where bought-in data won over first-party data",
        input.count(
            """
            select count(*) from profile.golden g
            cross join unnest(g.fields, g.records) as won (field, record)
            join intake.source_record r on r.id = won.record and r.party = 1
            where exists (
              select from identity.member m
              join intake.source_record own on own.subject = m.subject
              where m.customer = g.customer and own.party = 0 and not own.gone
                and (own.fields >> won.field) & 1 = 1)
            """),
        0);
  }

  private void organizations(RealInput input) {
    String orders =
        """
        select count(*) from intake.source_record r join intake.source s on s.id = r.source
        left join identity.member m on m.subject = r.subject
        left join identity.customer c on c.customer = m.customer
        where s.code = 'sales-force'
        """;
    expect(
        "lines of shop orders that belong to an organization",
        input.count(orders + " and c.kind = 1"),
        input.count(orders));
  }

  /** What a customer holds, by the sources' own keys. */
  private static final class Cluster {
    private final Set<String> crm = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> prospects = new HashSet<>();
  }

  /** All customers, and the sources' keys in them. */
  private final class Clusters {
    private final Map<CustomerId, Cluster> byCustomer = new HashMap<>();
    private final Map<String, CustomerId> ofCrm = new HashMap<>();
    private final Map<String, CustomerId> ofPerson = new HashMap<>();
    private final Map<SubjectId, String> crmSubjects = new HashMap<>();
    private final Map<SubjectId, String> personSubjects = new HashMap<>();

    Clusters(RealInput input) {
      Map<SubjectId, CustomerId> customers = input.customers();
      crm.keySet().forEach(key -> crmSubjects.put(input.subject("crm", key), key));
      people.keySet().forEach(key -> personSubjects.put(input.subject("people", key), key));
      crmSubjects.forEach((subject, key) -> {
        CustomerId customer = customers.get(subject);
        if (customer != null) {
          ofCrm.put(key, customer);
          cluster(customer).crm.add(key);
        }
      });
      personSubjects.forEach((subject, key) -> {
        CustomerId customer = customers.get(subject);
        if (customer != null) {
          ofPerson.put(key, customer);
          cluster(customer).people.add(key);
        }
      });
      for (String key : prospects.keySet()) {
        CustomerId customer = customers.get(input.subject("bought-list", key));
        if (customer != null) {
          cluster(customer).prospects.add(key);
        }
      }
    }

    private Cluster cluster(CustomerId customer) {
      return byCustomer.computeIfAbsent(customer, _ -> new Cluster());
    }

    boolean isJoined(String key) {
      CustomerId customer = ofCrm.get(key);
      return customer != null && customer.equals(ofPerson.get(personOf.getOrDefault(key, "")));
    }

    long mixed() {
      return byCustomer.values().stream()
          .filter(cluster ->
              cluster.crm.size() > 1
                  || cluster.people.size() > 1
                  || cluster.crm.stream()
                      .anyMatch(key ->
                          !cluster.people.isEmpty()
                              && !cluster.people.contains(personOf.getOrDefault(key, ""))))
          .count();
    }

    long joinedPairs() {
      return byCustomer.values().stream()
          .mapToLong(cluster -> (long) cluster.crm.size() * cluster.people.size())
          .sum();
    }
  }

  /** Pairs of CRM and person that wait for a steward. */
  private final class Proposals {
    private final Set<String> right = new HashSet<>();
    private long pairs;

    Proposals(RealInput input, Clusters clusters) {
      input
          .bean(JdbcClient.class)
          .sql("select a, b from identity.review")
          .query(row -> {
            SubjectId a = new SubjectId(row.getObject(1, java.util.UUID.class));
            SubjectId b = new SubjectId(row.getObject(2, java.util.UUID.class));
            take(clusters, a, b);
            take(clusters, b, a);
          });
    }

    private void take(Clusters clusters, SubjectId one, SubjectId other) {
      String key = clusters.crmSubjects.get(one);
      String person = clusters.personSubjects.get(other);
      if (key == null || person == null) {
        return;
      }
      if (!clusters.isJoined(key)) {
        pairs++;
        if (person.equals(personOf.get(key))) {
          right.add(key);
        }
      }
    }
  }
}
