package io.cornerstore.profile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Explanations;
import io.cornerstore.identity.Households;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.TimelineFilter;
import io.cornerstore.profile.web.json.CustomerJson;
import io.cornerstore.profile.web.json.ExplanationJson;
import io.cornerstore.profile.web.json.HistoryJson;
import io.cornerstore.profile.web.json.HistoryJson.AccessJson;
import io.cornerstore.profile.web.json.SummaryJson;
import io.cornerstore.profile.web.json.TimelineJson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading of one customer. */
@RestController
@RequestMapping("/api/v1/customers/{id}")
final class CustomerApi {

  private static final int HISTORY = 200;

  /** What the answers are made of. */
  record Faces(
      Profiles profiles,
      Customers customers,
      Households households,
      Explanations explanations,
      Stewardship stewardship,
      Resolver resolver) {}

  /** A household as the API answers it; no members when the customer lives with nobody known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HouseholdJson(@Nullable UUID id, List<String> reasons, List<SummaryJson> members) {}

  /** The access log. */
  record AccessLogJson(List<AccessJson> items) {}

  private final Faces faces;
  private final Caller.Desk desk;
  private final AuditTrail audit;
  private final TransactionOperations transactions;

  CustomerApi(
      Faces faces, Caller.Desk desk, AuditTrail audit, PlatformTransactionManager transactions) {
    this.faces = faces;
    this.desk = desk;
    this.audit = audit;
    this.transactions = new TransactionTemplate(transactions);
  }

  @GetMapping
  CustomerJson customer(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    return faces
        .profiles()
        .view(new CustomerId(id), caller.actor(), caller.purpose())
        .map(CustomerJson::of)
        .orElseThrow(() -> unknown(id));
  }

  @GetMapping("/timeline")
  TimelineJson timeline(
      @PathVariable UUID id,
      TimelineQuery query,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    TimelineFilter filter = query.filter();
    CustomerId customer = found(id).id();
    try {
      return TimelineJson.of(
          faces
              .profiles()
              .timeline(
                  customer,
                  filter,
                  query.cursor(),
                  query.size(),
                  caller.actor(),
                  caller.purpose()));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.parameter("cursor", "is not one that this timeline gave");
    }
  }

  @GetMapping("/explanation")
  ExplanationJson explanation(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    Customer customer = found(id);
    if (!faces.resolver().ready()) {
      throw new ApiProblem(ProblemType.UNAVAILABLE, "The index is still being loaded.");
    }
    return transactions.execute(_ -> {
      note(caller, customer, "profile.explanation");
      return ExplanationJson.of(customer.id(), faces.explanations().of(customer.id()));
    });
  }

  @GetMapping("/household")
  HouseholdJson household(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    Customer customer = found(id);
    return faces
        .households()
        .of(customer.id())
        .map(home ->
            new HouseholdJson(
                home.id().value(),
                home.reasons(),
                faces
                    .profiles()
                    .summaries(home.members(), caller.actor(), caller.purpose())
                    .stream()
                    .map(SummaryJson::of)
                    .toList()))
        .orElseGet(() -> new HouseholdJson(null, List.of(), List.of()));
  }

  @GetMapping("/history")
  HistoryJson history(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    Customer customer = found(id);
    return HistoryJson.of(
        faces.stewardship().history(customer.id()),
        faces.profiles().changes(customer.id(), HISTORY, caller.actor(), caller.purpose()));
  }

  @GetMapping("/access-log")
  AccessLogJson accessLog(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "100") int limit,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    if (limit < 1 || limit > HISTORY) {
      throw ApiProblem.parameter("limit", "must be 1 to " + HISTORY);
    }
    return new AccessLogJson(
        faces.profiles().accessLog(found(id).id(), limit, caller.actor(), caller.purpose()).stream()
            .map(AccessJson::of)
            .toList());
  }

  private void note(Caller caller, Customer customer, String action) {
    audit.append(
        new AuditEntry(
            caller.actor().auditName(),
            caller.purpose().code(),
            action,
            List.of(customer.id().toString()),
            List.of(),
            ""));
  }

  private Customer found(UUID id) {
    return faces
        .customers()
        .find(new CustomerId(id))
        .filter(customer -> !customer.subjects().isEmpty())
        .orElseThrow(() -> unknown(id));
  }

  private static ApiProblem unknown(UUID id) {
    return new ApiProblem(ProblemType.NOT_FOUND, "There is no customer " + id + ".");
  }
}
