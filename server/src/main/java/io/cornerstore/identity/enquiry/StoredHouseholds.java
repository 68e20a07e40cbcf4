package io.cornerstore.identity.enquiry;

import io.cornerstore.identity.Households;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.HouseholdId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Households as stored; what their members share is read off the resident index. */
@Transactional(readOnly = true)
public class StoredHouseholds implements Households {

  private final JdbcClient jdbc;
  private final ResidentSubjects resident;

  /** Over the main database and the subjects of this process. */
  public StoredHouseholds(JdbcClient jdbc, ResidentSubjects resident) {
    this.jdbc = jdbc;
    this.resident = resident;
  }

  @Override
  public Optional<Household> of(CustomerId customer) {
    List<UUID> ids = new ArrayList<>();
    Map<CustomerId, List<SubjectId>> members = new TreeMap<>();
    jdbc.sql(
            """
            select other.household, other.customer, m.subject
            from identity.household_member mine
            join identity.household_member other using (household)
            join identity.member m on m.customer = other.customer
            where mine.customer = :customer order by m.subject
            """)
        .param("customer", customer.value())
        .query(row -> {
          ids.add(row.getObject(1, UUID.class));
          members
              .computeIfAbsent(new CustomerId(row.getObject(2, UUID.class)), _ -> new ArrayList<>())
              .add(new SubjectId(row.getObject(3, UUID.class)));
        });
    if (members.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Household(
            new HouseholdId(ids.getFirst()),
            List.copyOf(members.keySet()),
            shared(customer, members)));
  }

  private List<String> shared(CustomerId customer, Map<CustomerId, List<SubjectId>> members) {
    Set<String> shared = new TreeSet<>();
    List<SubjectId> own = members.getOrDefault(customer, List.of());
    members.forEach((other, subjects) -> {
      if (!other.equals(customer)) {
        for (SubjectId one : own) {
          subjects.forEach(
              two -> resident.explain(one, two).ifPresent(found -> collect(found, shared)));
        }
      }
    });
    return shared.isEmpty() ? List.of("address") : List.copyOf(shared);
  }

  private static void collect(Explanation explanation, Set<String> shared) {
    for (Explanation.Step step : explanation.steps()) {
      boolean agrees = step.bits() + step.rarityBits() > 0;
      if (agrees && (step.attribute().equals("address") || step.attribute().equals("phone"))) {
        shared.add(step.attribute());
      }
    }
  }
}
