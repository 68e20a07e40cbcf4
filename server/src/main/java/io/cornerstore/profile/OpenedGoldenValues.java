package io.cornerstore.profile;

import io.cornerstore.identity.Customer;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.survivorship.Survivorship;
import io.cornerstore.profile.view.GoldenFields;
import io.cornerstore.profile.view.Views;
import io.cornerstore.vault.UnsealPermit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the records of all of them and lets the best survive. */
final class OpenedGoldenValues implements GoldenValues {

  private final SourceRecords records;
  private final CustomerProfiles.Guards guards;
  private final Survivorship survivorship;
  private final TransactionOperations transactions;

  OpenedGoldenValues(
      SourceRecords records,
      CustomerProfiles.Guards guards,
      Survivorship survivorship,
      TransactionOperations transactions) {
    this.records = records;
    this.guards = guards;
    this.survivorship = survivorship;
    this.transactions = transactions;
  }

  @Override
  public List<Values> of(List<Customer> customers, Reading reading) {
    if (customers.size() > MOST) {
      throw new IllegalArgumentException(
          "at most " + MOST + " customers at once, not " + customers.size());
    }
    guards.policy().require(reading.actor(), reading.purpose());
    return customers.isEmpty() ? List.of() : transactions.execute(_ -> read(customers, reading));
  }

  private List<Values> read(List<Customer> customers, Reading reading) {
    Set<String> concerns = new LinkedHashSet<>();
    Map<SubjectId, CustomerId> customerOf = new HashMap<>();
    for (Customer customer : customers) {
      concerns.add(customer.id().toString());
      customer.subjects().forEach(subject -> customerOf.put(subject, customer.id()));
    }
    UnsealPermit permit =
        guards
            .permits()
            .grant(reading.actor(), reading.purpose(), reading.action(), List.copyOf(concerns));
    Map<CustomerId, List<OpenedRecord>> opened = new HashMap<>();
    for (OpenedRecord record : records.open(customerOf.keySet(), permit)) {
      CustomerId customer = customerOf.get(record.record().subject());
      if (customer != null) {
        opened.computeIfAbsent(customer, _ -> new ArrayList<>()).add(record);
      }
    }
    FieldSet open = guards.policy().opens(reading.actor(), reading.purpose());
    return customers.stream()
        .map(customer -> values(customer.id(), opened.getOrDefault(customer.id(), List.of()), open))
        .toList();
  }

  private Values values(CustomerId customer, List<OpenedRecord> opened, FieldSet open) {
    GoldenFields golden = GoldenFields.of(Views.current(opened), survivorship);
    Map<PersonalField, String> fields = new EnumMap<>(PersonalField.class);
    int masked = 0;
    for (PersonalField field : golden.known().fields()) {
      String value = golden.value(field);
      if (value != null && open.has(field)) {
        fields.put(field, value);
      } else if (value != null) {
        masked++;
      }
    }
    return new Values(customer, fields, masked);
  }
}
