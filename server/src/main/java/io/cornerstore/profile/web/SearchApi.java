package io.cornerstore.profile.web;

import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.CustomerSearch.Hit;
import io.cornerstore.identity.Customers;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.web.json.SummaryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Finds customers. A POST, because what is looked for is personal and may not stand in a URL. */
@RestController
final class SearchApi {

  private static final int LONGEST = 200;
  private static final int USUAL = 20;
  private static final int MOST = 50;

  /** The hits, best first. */
  record HitsJson(List<SummaryJson> items) {}

  private final CustomerSearch search;
  private final Customers customers;
  private final Profiles profiles;
  private final Caller.Desk desk;
  private final JsonMapper json;

  SearchApi(
      CustomerSearch search,
      Customers customers,
      Profiles profiles,
      Caller.Desk desk,
      JsonMapper json) {
    this.search = search;
    this.customers = customers;
    this.profiles = profiles;
    this.desk = desk;
    this.json = json;
  }

  @PostMapping(path = "/api/v1/search", consumes = MediaType.APPLICATION_JSON_VALUE)
  HitsJson search(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    JsonBody asked = JsonBody.parse(body, json);
    String text = asked.text("text", LONGEST);
    int limit = asked.number("limit", 1, MOST, USUAL);
    asked.end();
    List<Hit> hits = search.find(text, limit);
    // A hit may have been merged away since the index last looked.
    Map<CustomerId, Customer> today = customers.find(hits.stream().map(Hit::customer).toList());
    Map<CustomerId, CustomerSummary> summaries =
        profiles
            .summaries(
                today.values().stream().map(Customer::id).distinct().toList(),
                caller.actor(),
                caller.purpose())
            .stream()
            .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
    List<SummaryJson> items = new ArrayList<>();
    for (Hit hit : hits) {
      Customer customer = today.get(hit.customer());
      CustomerSummary summary = customer == null ? null : summaries.remove(customer.id());
      if (summary != null) {
        items.add(SummaryJson.of(summary, hit.foundBy(), hit.score()));
      }
    }
    return new HitsJson(items);
  }
}
