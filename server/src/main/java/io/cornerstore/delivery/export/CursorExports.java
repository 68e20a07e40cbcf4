package io.cornerstore.delivery.export;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.delivery.Exports;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerList;
import io.cornerstore.identity.Customers;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.SubjectIds;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.profile.GoldenValues;
import io.cornerstore.profile.GoldenValues.Reading;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the faces below, page by page. */
public final class CursorExports implements Exports {

  /** Where it reads. */
  public record Sources(
      CustomerList list,
      Customers customers,
      GoldenRecords golden,
      GoldenValues values,
      SourceRecords records,
      SubjectIds subjects) {}

  /** What watches over it. */
  public record Guards(
      AccessPolicy policy,
      UnsealPermits permits,
      AuditTrail audit,
      TransactionOperations transactions) {}

  private final Sources sources;
  private final Guards guards;

  /** With both. */
  public CursorExports(Sources sources, Guards guards) {
    this.sources = sources;
    this.guards = guards;
  }

  @Override
  public Chunk<GoldenRow> golden(Asked asked) {
    List<Customer> page = page(asked);
    Map<CustomerId, Map<PersonalField, String>> values = values(page, asked, "export.golden");
    note(asked, "export.golden", page.size());
    return new Chunk<>(
        page.stream().map(customer -> row(customer, values)).toList(),
        page.isEmpty() ? orEmpty(asked.cursor()) : page.getLast().id().toString(),
        page.size() == asked.limit());
  }

  @Override
  public Chunk<ChangedCustomer> changes(Asked asked) {
    guards.policy().require(asked.actor(), asked.purpose());
    long after = version(asked.cursor());
    long until = sources.golden().version();
    List<Customer> changed =
        sources.customers().changedAfter(after, asked.limit()).stream()
            .filter(customer -> customer.version() <= until)
            .toList();
    List<Customer> current =
        changed.stream().filter(customer -> !customer.subjects().isEmpty()).toList();
    Map<CustomerId, Map<PersonalField, String>> values = values(current, asked, "export.changes");
    List<CustomerId> ended =
        changed.stream().filter(one -> one.subjects().isEmpty()).map(Customer::id).toList();
    Map<CustomerId, Customer> now = sources.customers().find(ended);
    note(asked, "export.changes", changed.size());
    List<ChangedCustomer> rows =
        changed.stream().map(customer -> changed(customer, now, values)).toList();
    return new Chunk<>(
        rows,
        String.valueOf(changed.isEmpty() ? after : changed.getLast().version()),
        changed.size() == asked.limit());
  }

  private static ChangedCustomer changed(
      Customer customer,
      Map<CustomerId, Customer> now,
      Map<CustomerId, Map<PersonalField, String>> values) {
    if (!customer.subjects().isEmpty()) {
      return new ChangedCustomer(
          customer.id(), customer.version(), "current", null, row(customer, values));
    }
    Customer into = now.get(customer.id());
    boolean merged = into != null && !into.id().equals(customer.id());
    return new ChangedCustomer(
        customer.id(),
        customer.version(),
        merged ? "merged" : "ended",
        merged && into != null ? into.id() : null,
        null);
  }

  @Override
  public Chunk<CrossReference> crossReference(Asked asked) {
    List<Customer> page = page(asked);
    boolean open =
        guards.policy().opens(asked.actor(), asked.purpose()).has(PersonalField.EXTERNAL_ID);
    List<CrossReference> rows = new ArrayList<>();
    Map<SubjectId, Source> known = page.isEmpty() ? Map.of() : sourcesOf(page, asked);
    for (Customer customer : page) {
      for (SubjectId subject : customer.subjects()) {
        Source source = known.get(subject);
        if (source != null) {
          rows.add(
              new CrossReference(source.code, open ? source.key : null, subject, customer.id()));
        }
      }
    }
    note(asked, "export.cross-reference", rows.size());
    return new Chunk<>(
        rows,
        page.isEmpty() ? orEmpty(asked.cursor()) : page.getLast().id().toString(),
        page.size() == asked.limit());
  }

  /** Whose id a key is, and the key. */
  private static final class Source {
    final String code;
    final @Nullable String key;

    Source(String code, @Nullable String key) {
      this.code = code;
      this.key = key;
    }
  }

  private Map<SubjectId, Source> sourcesOf(List<Customer> page, Asked asked) {
    List<SubjectId> subjects =
        page.stream().flatMap(customer -> customer.subjects().stream()).toList();
    List<OpenedRecord> opened =
        guards
            .transactions()
            .execute(_ -> {
              UnsealPermit permit =
                  guards
                      .permits()
                      .grant(
                          asked.actor(),
                          asked.purpose(),
                          "export.cross-reference",
                          page.stream().map(customer -> customer.id().toString()).toList());
              return sources.records().open(subjects, permit);
            });
    Set<String> codes = new TreeSet<>();
    opened.forEach(record -> codes.add(record.record().source().code()));
    Map<SubjectId, Source> found = new LinkedHashMap<>();
    for (OpenedRecord record : opened) {
      SubjectId subject = record.record().subject();
      Source before = found.get(subject);
      if (before == null || before.key == null) {
        found.put(subject, source(record, codes));
      }
    }
    return found;
  }

  /** A record may speak of the subject by the id that another source gave. */
  private Source source(OpenedRecord record, Set<String> codes) {
    String own = record.record().source().code();
    String key = record.document().subjectKey();
    if (key == null) {
      return new Source(own, null);
    }
    SubjectId subject = record.record().subject();
    if (sources.subjects().ofKey(record.record().source(), key).equals(subject)) {
      return new Source(own, key);
    }
    for (String code : codes) {
      if (sources.subjects().ofKey(new SourceSystem(code), key).equals(subject)) {
        return new Source(code, key);
      }
    }
    return new Source(own, key);
  }

  private List<Customer> page(Asked asked) {
    guards.policy().require(asked.actor(), asked.purpose());
    String cursor = asked.cursor();
    try {
      return sources
          .list()
          .after(
              cursor == null || cursor.isEmpty() ? null : CustomerId.parse(cursor), asked.limit());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the cursor is none of this export", e);
    }
  }

  private static long version(@Nullable String cursor) {
    try {
      return cursor == null || cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the cursor is none of this export", e);
    }
  }

  private static String orEmpty(@Nullable String cursor) {
    return cursor == null ? "" : cursor;
  }

  private Map<CustomerId, Map<PersonalField, String>> values(
      List<Customer> customers, Asked asked, String action) {
    Map<CustomerId, Map<PersonalField, String>> values = new HashMap<>();
    sources
        .values()
        .of(customers, new Reading(asked.actor(), asked.purpose(), action))
        .forEach(row -> values.put(row.customer(), row.fields()));
    return values;
  }

  private static GoldenRow row(
      Customer customer, Map<CustomerId, Map<PersonalField, String>> values) {
    return new GoldenRow(
        customer.id(),
        customer.kind().name().toLowerCase(Locale.ROOT),
        customer.version(),
        customer.since(),
        values.getOrDefault(customer.id(), Map.of()));
  }

  private void note(Asked asked, String action, int rows) {
    Actor actor = asked.actor();
    AccessPurpose purpose = asked.purpose();
    guards
        .transactions()
        .execute(_ -> {
          guards
              .audit()
              .append(
                  new AuditEntry(
                      actor.auditName(),
                      purpose.code(),
                      action + ".page",
                      List.of("export"),
                      List.of(),
                      rows + " rows"));
          return rows;
        });
  }
}
