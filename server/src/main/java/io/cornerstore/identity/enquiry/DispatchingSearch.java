package io.cornerstore.identity.enquiry;

import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.SearchQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends what was typed to whatever may know it: customer ids, the keyed indexes of the log, the
 * resident index. While that one is being loaded the others answer alone.
 */
public final class DispatchingSearch implements CustomerSearch {

  /* Many share a postcode: it ranks below a name, but above what merely looks like one. */
  private static final double POSTCODE_SCORE = 0.97;
  private static final double EXACT = 0.999;
  private static final int SUBJECTS_PER_CUSTOMER = 4;

  private final SourceRecords records;
  private final Customers customers;
  private final ResidentSubjects resident;

  /** Over the log, the customers and the subjects of this process. */
  public DispatchingSearch(SourceRecords records, Customers customers, ResidentSubjects resident) {
    this.records = records;
    this.customers = customers;
    this.resident = resident;
  }

  @Override
  public List<Hit> find(String text, int limit) {
    SearchText typed = SearchText.of(text);
    if (typed.text().isEmpty() || limit < 1) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    Map<CustomerId, Hit> hits = new LinkedHashMap<>();
    Map<CustomerId, Integer> agreeing = new HashMap<>();
    typed
        .customerId()
        .flatMap(customers::find)
        .ifPresent(customer -> hits.put(customer.id(), new Hit(customer.id(), 1, "customer")));
    for (LookupField field : typed.lookups()) {
      for (SubjectId subject : subjects(field, typed, limit * SUBJECTS_PER_CUSTOMER)) {
        double score = field == LookupField.POSTAL_CODE ? POSTCODE_SCORE : 1;
        found.add(new Found(subject, score, name(field)));
      }
    }
    if (typed.isForIndex() && hits.isEmpty()) {
      resident
          .search(SearchQuery.text(typed.text()), limit * SUBJECTS_PER_CUSTOMER)
          .forEach(hit -> found.add(new Found(hit.subject(), hit.score(), "name")));
    }
    addCustomers(found, hits, agreeing);
    return hits.values().stream().sorted(bestFirst(agreeing)).limit(limit).toList();
  }

  /* The log's index cuts postcodes short; the resident index knows them whole. */
  private List<SubjectId> subjects(LookupField field, SearchText typed, int limit) {
    if (field != LookupField.POSTAL_CODE) {
      return records.find(field, typed.text(), limit);
    }
    return resident.search(SearchQuery.fields().withPlace("", typed.text()), limit).stream()
        .filter(hit -> hit.score() >= EXACT)
        .map(ResidentSubjects.SubjectHit::subject)
        .toList();
  }

  /* Of a family under one e-mail the one comes first for whom most subjects name it. */
  private static Comparator<Hit> bestFirst(Map<CustomerId, Integer> agreeing) {
    return Comparator.comparingDouble(Hit::score)
        .thenComparing(hit -> agreeing.getOrDefault(hit.customer(), 0))
        .reversed()
        .thenComparing(Hit::customer);
  }

  private void addCustomers(
      List<Found> found, Map<CustomerId, Hit> hits, Map<CustomerId, Integer> agreeing) {
    Map<SubjectId, CustomerId> current =
        customers.current(found.stream().map(Found::subject).distinct().toList());
    for (Found each : found) {
      CustomerId customer = current.get(each.subject);
      if (customer != null) {
        Hit hit = new Hit(customer, each.score, each.foundBy);
        agreeing.merge(customer, 1, Integer::sum);
        hits.merge(customer, hit, (old, next) -> next.score() > old.score() ? next : old);
      }
    }
  }

  private static String name(LookupField field) {
    return switch (field) {
      case EMAIL -> "email";
      case PHONE -> "phone";
      case ORDER -> "order";
      case POSTAL_CODE -> "postcode";
      case LOYALTY_CARD -> "card";
      case SUBJECT_KEY -> "key";
    };
  }

  private record Found(SubjectId subject, double score, String foundBy) {}
}
