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
  private static final double EMAIL_START_SCORE = 0.96;
  private static final double NAMELIKE_EMAIL_START_SCORE = 0.7;
  private static final double CODE_AMONG_WORDS_SCORE = 0.98;
  private static final double AGREES_TWICE = 0.01;
  /* Beside somebody who fits, nobody is shown of whom half the words are missing. */
  private static final double GOOD = 0.85;
  private static final double WEAK = 0.6;
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
    Map<CustomerId, Hit> hits = new LinkedHashMap<>();
    typed
        .customerId()
        .flatMap(customers::find)
        .ifPresent(customer -> hits.put(customer.id(), new Hit(customer.id(), 1, "customer")));
    Map<CustomerId, Integer> agreeing = new HashMap<>();
    addCustomers(subjects(typed, limit * SUBJECTS_PER_CUSTOMER, hits.isEmpty()), hits, agreeing);
    double best = hits.values().stream().mapToDouble(Hit::score).max().orElse(0);
    double least = best >= GOOD ? WEAK : 0;
    return hits.values().stream()
        .filter(hit -> hit.score() >= least)
        .sorted(bestFirst(agreeing))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Hit> findByOrganization(String name, int limit) {
    if (name.isBlank() || limit < 1) {
      return List.of();
    }
    List<Found> found =
        resident
            .search(SearchQuery.fields().withOrganization(name), limit * SUBJECTS_PER_CUSTOMER)
            .stream()
            .filter(hit -> hit.score() >= EXACT)
            .map(hit -> new Found(hit.subject(), hit.score(), "organization"))
            .toList();
    Map<CustomerId, Hit> hits = new LinkedHashMap<>();
    addCustomers(found, hits, new HashMap<>());
    return hits.values().stream().limit(limit).toList();
  }

  private List<Found> subjects(SearchText typed, int limit, boolean byIndex) {
    List<Found> found = new ArrayList<>();
    for (LookupField field : typed.lookups()) {
      double score = field == LookupField.POSTAL_CODE ? POSTCODE_SCORE : 1;
      lookUp(field, typed.text(), limit)
          .forEach(subject -> found.add(new Found(subject, score, name(field))));
    }
    for (String code : typed.codes()) {
      for (LookupField field : List.of(LookupField.ORDER, LookupField.LOYALTY_CARD)) {
        lookUp(field, code, limit)
            .forEach(subject -> found.add(new Found(subject, CODE_AMONG_WORDS_SCORE, name(field))));
      }
    }
    if (byIndex && typed.isForIndex()) {
      addFromIndex(typed, limit, found);
    }
    if (byIndex && typed.isEmailStart()) {
      double score = typed.looksLikeEmail() ? EMAIL_START_SCORE : NAMELIKE_EMAIL_START_SCORE;
      resident
          .findByEmailStart(typed.text(), limit)
          .forEach(subject -> found.add(new Found(subject, score, "email-start")));
    }
    return found;
  }

  /* What looks like a year may be one of birth or a part of a phone: whichever fits better. */
  private void addFromIndex(SearchText typed, int limit, List<Found> found) {
    String foundBy = typed.isNumber() ? "phone-part" : "name";
    typed
        .besideBirth()
        .ifPresent(words ->
            resident
                .search(SearchQuery.text(words).withBirthDate(typed.birth().orElse(null)), limit)
                .forEach(hit -> found.add(new Found(hit.subject(), hit.score(), "name-birth"))));
    if (found.stream().noneMatch(each -> each.score > POSTCODE_SCORE)) {
      resident
          .search(SearchQuery.text(typed.text()), limit)
          .forEach(hit -> found.add(new Found(hit.subject(), hit.score(), foundBy)));
    }
  }

  /* The log's index cuts postcodes short; the resident index knows them whole. */
  private List<SubjectId> lookUp(LookupField field, String text, int limit) {
    if (field != LookupField.POSTAL_CODE) {
      return records.find(field, text, limit);
    }
    return resident.search(SearchQuery.fields().withPlace("", text), limit).stream()
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
        hits.merge(customer, hit, DispatchingSearch::better);
      }
    }
  }

  /* Found in two ways is better than in one, but never better than exactly. */
  private static Hit better(Hit old, Hit next) {
    Hit best = next.score() > old.score() ? next : old;
    return old.foundBy().equals(next.foundBy()) || best.score() >= 1
        ? best
        : new Hit(best.customer(), Math.min(1, best.score() + AGREES_TWICE), best.foundBy());
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
