package io.cornerstore.identity.resolution;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.Plan;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CopyRows;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.kernel.TimeOrderedIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps {@code identity.household_member}: customers who share a home by linkage's homes. A
 * customer is in one household at most, the one where most of its subjects live. A household keeps
 * its id as long as most of its members stay together.
 */
final class HouseholdWriter {

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final ResidentSubjects resident;
  private final TimeOrderedIds ids;

  HouseholdWriter(
      JdbcClient jdbc, DataSource dataSource, ResidentSubjects resident, TimeOrderedIds ids) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.resident = resident;
    this.ids = ids;
  }

  /** Everything was linked anew. */
  void replaceAll(Plan plan) {
    @Nullable CustomerId[] customers = new CustomerId[resident.capacity()];
    for (Plan.Assigned assigned : plan.groups()) {
      for (int i = 0; i < assigned.group().size(); i++) {
        customers[assigned.group().handle(i)] = assigned.customer();
      }
    }
    Map<CustomerId, UUID> before =
        households(jdbc.sql("select customer, household from identity.household_member"));
    write(groups(resident.index().homes().households(), handle -> customers[handle]), before);
    jdbc.sql("delete from identity.home_due").update();
  }

  /** Notes that these subjects, or their customers, are not what they were. */
  void postpone(Collection<SubjectId> subjects) {
    jdbc.sql(
            """
            insert into identity.home_due (subject)
            select unnest(cast(:subjects as uuid[])) on conflict do nothing
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .update();
  }

  /** Whether something was noted. */
  boolean isDue() {
    return jdbc.sql("select exists (select 1 from identity.home_due)")
        .query(Boolean.class)
        .single();
  }

  /** Works off what was noted. Takes time in proportion to all subjects. */
  void refresh() {
    Set<SubjectId> subjects =
        jdbc.sql("delete from identity.home_due returning subject")
            .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
            .set();
    Set<SubjectId> asked = new HashSet<>(subjects);
    asked.addAll(housemates(subjects));
    Map<Integer, int[]> homes = homesOf(asked);
    Set<SubjectId> living = new HashSet<>(asked);
    homes.values().forEach(home -> living.addAll(subjects(home)));
    Map<SubjectId, CustomerId> customers = customersOf(living);
    Set<CustomerId> concerned = new HashSet<>(customers.values());
    Map<CustomerId, UUID> before =
        households(
            jdbc.sql(
                    """
                    with concerned as materialized (
                      select distinct h.household
                      from unnest(cast(:customers as uuid[])) as asked (customer)
                      join identity.household_member h using (customer)
                    )
                    select h.customer, h.household
                    from concerned join identity.household_member h using (household)
                    """)
                .param("customers", ArrayText.customers(concerned)));
    List<Set<CustomerId>> groups =
        groups(
            new ArrayList<>(homes.values()), handle -> customers.get(resident.subjectOf(handle)));
    keepOthers(groups, before, concerned);
    write(groups, before);
  }

  private Map<Integer, int[]> homesOf(Set<SubjectId> subjects) {
    BitSet asked = new BitSet();
    for (int handle : resident.handlesOf(subjects)) {
      asked.set(handle);
    }
    Map<Integer, int[]> homes = new LinkedHashMap<>();
    for (int[] home : resident.index().homes().households()) {
      if (Arrays.stream(home).anyMatch(asked::get)) {
        homes.put(home[0], home);
      }
    }
    return homes;
  }

  /* Members of a household touched only in passing stay together. */
  private static void keepOthers(
      List<Set<CustomerId>> groups, Map<CustomerId, UUID> before, Set<CustomerId> asked) {
    Map<UUID, Set<CustomerId>> others = new LinkedHashMap<>();
    before.forEach((customer, household) -> {
      if (!asked.contains(customer)) {
        others.computeIfAbsent(household, _ -> new TreeSet<>()).add(customer);
      }
    });
    others.values().stream().filter(rest -> rest.size() > 1).forEach(groups::add);
  }

  private Set<SubjectId> housemates(Collection<SubjectId> subjects) {
    return new HashSet<>(
        jdbc.sql(
                """
                with own as materialized (
                  select distinct m.customer
                  from unnest(cast(:subjects as uuid[])) as asked (subject)
                  join identity.member m using (subject)
                ), concerned as materialized (
                  select other.customer
                  from own
                  join identity.household_member mine using (customer)
                  join identity.household_member other on other.household = mine.household
                  union
                  select customer from own
                )
                select m.subject from concerned join identity.member m using (customer)
                """)
            .param("subjects", ArrayText.subjects(subjects))
            .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
            .list());
  }

  private List<SubjectId> subjects(int[] handles) {
    List<SubjectId> subjects = new ArrayList<>(handles.length);
    for (int handle : handles) {
      subjects.add(resident.subjectOf(handle));
    }
    return subjects;
  }

  private Map<SubjectId, CustomerId> customersOf(Collection<SubjectId> subjects) {
    Map<SubjectId, CustomerId> customers = new HashMap<>();
    jdbc.sql(
            """
            select m.subject, m.customer
            from unnest(cast(:subjects as uuid[])) as asked (subject)
            join identity.member m using (subject)
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .query(row -> {
          customers.put(
              new SubjectId(row.getObject(1, UUID.class)),
              new CustomerId(row.getObject(2, UUID.class)));
        });
    return customers;
  }

  private static Map<CustomerId, UUID> households(JdbcClient.StatementSpec query) {
    Map<CustomerId, UUID> households = new LinkedHashMap<>();
    query.query(row -> {
      households.put(new CustomerId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class));
    });
    return households;
  }

  /* Each customer goes to the home with most of its subjects; the first of several. */
  private static List<Set<CustomerId>> groups(
      List<int[]> homes, IntFunction<@Nullable CustomerId> customerOf) {
    Map<CustomerId, int[]> best = new LinkedHashMap<>();
    for (int home = 0; home < homes.size(); home++) {
      Map<CustomerId, Integer> here = new LinkedHashMap<>();
      for (int handle : homes.get(home)) {
        CustomerId customer = customerOf.apply(handle);
        if (customer != null) {
          here.merge(customer, 1, Integer::sum);
        }
      }
      int number = home;
      here.forEach((customer, count) -> {
        int[] present = best.get(customer);
        if (here.size() > 1 && (present == null || present[1] < count)) {
          best.put(customer, new int[] {number, count});
        }
      });
    }
    Map<Integer, Set<CustomerId>> groups = new LinkedHashMap<>();
    best.forEach(
        (customer, home) -> groups.computeIfAbsent(home[0], _ -> new TreeSet<>()).add(customer));
    List<Set<CustomerId>> households = new ArrayList<>(groups.values());
    households.removeIf(group -> group.size() < 2);
    return households;
  }

  private void write(List<Set<CustomerId>> groups, Map<CustomerId, UUID> before) {
    Map<CustomerId, UUID> after = named(groups, before);
    Set<CustomerId> outdated = new TreeSet<>();
    before.forEach((customer, household) -> {
      if (!household.equals(after.get(customer))) {
        outdated.add(customer);
      }
    });
    Map<CustomerId, UUID> added = new LinkedHashMap<>(after);
    added.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    if (!outdated.isEmpty()) {
      jdbc.sql("delete from identity.household_member where customer = any (cast(:ids as uuid[]))")
          .param("ids", ArrayText.customers(outdated))
          .update();
    }
    if (!added.isEmpty()) {
      CopyRows.into(
          dataSource,
          "identity.household_member (customer, household)",
          rows ->
              added.forEach(
                  (customer, household) -> rows.row(2).uuid(customer.value()).uuid(household)));
    }
  }

  private Map<CustomerId, UUID> named(List<Set<CustomerId>> groups, Map<CustomerId, UUID> before) {
    record Claim(int group, UUID household, int overlap) {}
    List<Claim> claims = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      Map<UUID, Integer> counts = new HashMap<>();
      for (CustomerId customer : groups.get(group)) {
        UUID household = before.get(customer);
        if (household != null) {
          counts.merge(household, 1, Integer::sum);
        }
      }
      int number = group;
      counts.forEach((household, count) -> claims.add(new Claim(number, household, count)));
    }
    claims.sort(
        Comparator.comparingInt(Claim::overlap)
            .reversed()
            .thenComparing(claim -> claim.household().toString())
            .thenComparingInt(Claim::group));
    UUID[] names = new UUID[groups.size()];
    Set<UUID> taken = new HashSet<>();
    for (Claim claim : claims) {
      if (names[claim.group()] == null && taken.add(claim.household())) {
        names[claim.group()] = claim.household();
      }
    }
    Map<CustomerId, UUID> after = new LinkedHashMap<>();
    for (int group = 0; group < names.length; group++) {
      UUID name = names[group] == null ? ids.next() : names[group];
      groups.get(group).forEach(customer -> after.put(customer, name));
    }
    return after;
  }
}
