package io.cornerstore.console.review;

import io.cornerstore.console.customer.CustomerWords;
import io.cornerstore.console.customer.Hits;
import io.cornerstore.console.customer.TypedSearch;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.MergePartnerPage;
import io.cornerstore.console.view.SearchPage.Hit;
import io.cornerstore.console.view.SuggestionsPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Shelves;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The other half of a merge, found by what staff know of it: those at hand, or a search. Only who
 * can be merged is offered: not the customer itself, and no organization for a person.
 */
@Controller
final class MergePartnerController {

  private static final int HITS = 25;
  private static final int SUGGESTIONS = 8;
  private static final int AT_HAND = 8;

  private final Pages pages;
  private final Readers readers;
  private final TypedSearch search;
  private final Profiles profiles;
  private final Shelves shelves;
  private final Resolver resolver;
  private final Customers customers;

  MergePartnerController(
      Pages pages,
      Readers readers,
      TypedSearch search,
      Profiles profiles,
      Shelves shelves,
      Resolver resolver,
      Customers customers) {
    this.pages = pages;
    this.readers = readers;
    this.search = search;
    this.profiles = profiles;
    this.shelves = shelves;
    this.resolver = resolver;
    this.customers = customers;
  }

  @GetMapping(path = "/customers/{id}/merge", params = "!other")
  ResponseEntity<String> offer(HttpServletRequest request, @PathVariable("id") UUID id) {
    return show(request, new CustomerId(id), null);
  }

  @PostMapping("/customers/{id}/merge/find")
  ResponseEntity<String> find(
      HttpServletRequest request, @PathVariable("id") UUID id, @RequestParam("text") String text) {
    String asked = TypedSearch.asked(text);
    Optional<CustomerId> typed = id(asked);
    return typed.isPresent()
        ? see(before(new CustomerId(id)) + typed.get())
        : show(request, new CustomerId(id), asked);
  }

  /** A reload or a bookmark of the results has nothing to search for: begin again. */
  @GetMapping("/customers/{id}/merge/find")
  ResponseEntity<String> findAgain(@PathVariable("id") UUID id) {
    return see("/customers/" + id + "/merge");
  }

  /** What is found so far, while somebody types: a part of a page, for the script. */
  @PostMapping("/customers/{id}/merge/suggest")
  ResponseEntity<String> suggest(
      HttpServletRequest request, @PathVariable("id") UUID id, @RequestParam("text") String text) {
    Reader reader = readers.settling(request);
    CustomerId customer = new CustomerId(id);
    Customer own = customers.find(customer).orElseThrow(NoSuchPage::new);
    List<Hit> hits = search.suggestions(reader, TypedSearch.asked(text), SUGGESTIONS + 1);
    return pages.show(
        "suggestions",
        new SuggestionsPage(
            reader.words(),
            before(customer),
            others(hits, own.id().toString(), own.kind() == CustomerKind.ORGANIZATION).stream()
                .limit(SUGGESTIONS)
                .toList()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, CustomerId customer, @Nullable String asked) {
    Reader reader = readers.settling(request);
    Wording words = reader.words();
    CustomerSummary summary = summary(reader, customer);
    Hits hits = Hits.of(words);
    Hit own = hits.hit(summary);
    List<Hit> found = asked == null ? List.of() : others(search.hits(reader, asked, HITS + 1), own);
    Shelves.Shelf shelf = shelves.of(reader.staff(), reader.purpose(), AT_HAND + 1);
    return pages.show(
        "merge-partner",
        new MergePartnerPage(
            readers.frame(request, "merge.title", "customer"),
            customer.toString(),
            CustomerWords.name(summary.displayName(), words),
            asked == null ? "" : asked,
            asked == null ? null : words.text("search.found", found.size()),
            before(customer),
            resolver.ready(),
            found,
            others(shelf.pinned().stream().map(hits::hit).toList(), own),
            others(shelf.recent().stream().map(hits::hit).toList(), own)));
  }

  private static List<Hit> others(List<Hit> hits, Hit own) {
    return others(hits, own.id(), own.organization());
  }

  private static List<Hit> others(List<Hit> hits, String own, boolean organization) {
    return hits.stream()
        .filter(hit -> !hit.id().equals(own) && hit.organization() == organization)
        .toList();
  }

  private CustomerSummary summary(Reader reader, CustomerId customer) {
    return profiles.summaries(List.of(customer), reader.staff(), reader.purpose()).stream()
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  private static Optional<CustomerId> id(String asked) {
    try {
      return Optional.of(CustomerId.parse(asked));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // something to search for
    }
  }

  private static String before(CustomerId customer) {
    return "/customers/" + customer + "/merge?other=";
  }

  private static ResponseEntity<String> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
