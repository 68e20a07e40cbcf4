package io.cornerstore.console;

import io.cornerstore.console.view.HomePage;
import io.cornerstore.console.view.SearchPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.ShownValue;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One search box, and what it finds. What is searched for travels in the body, never in the
 * address.
 */
@Controller
final class HomeController {

  private static final int HITS = 25;
  private static final int LONGEST = 200;

  private final Pages pages;
  private final Readers readers;
  private final Customers customers;
  private final CustomerSearch search;
  private final Resolver resolver;
  private final Profiles profiles;
  private final SourceRecords records;
  private final HomePanels panels;

  HomeController(
      Pages pages,
      Readers readers,
      Customers customers,
      CustomerSearch search,
      Resolver resolver,
      Profiles profiles,
      SourceRecords records,
      HomePanels panels) {
    this.pages = pages;
    this.readers = readers;
    this.customers = customers;
    this.search = search;
    this.resolver = resolver;
    this.profiles = profiles;
    this.records = records;
    this.panels = panels;
  }

  @GetMapping("/")
  ResponseEntity<String> home(HttpServletRequest request) {
    Wording words = readers.words(request);
    List<HomePage.Figure> figures =
        List.of(
            new HomePage.Figure(
                words.text("menu.customers"),
                words.whole(customers.count()),
                words.text("home.customers-remark")),
            new HomePage.Figure(
                words.text("home.records"),
                words.whole(records.head().value()),
                words.text("home.records-remark")));
    return pages.show(
        "home",
        new HomePage(
            readers.frame(request, "menu.customers", "home"),
            panels.of(readers.staff(), words),
            figures,
            resolver.ready()));
  }

  @PostMapping("/search")
  ResponseEntity<String> search(HttpServletRequest request, @RequestParam("text") String text) {
    Reader reader = readers.of(request);
    String asked = text.strip();
    if (asked.length() > LONGEST) {
      asked = asked.substring(0, LONGEST);
    }
    List<SearchPage.Hit> hits = hits(reader, asked);
    return pages.show(
        "search",
        new SearchPage(
            readers.frame(request, "title.search", "search"),
            heading(hits.size(), reader.words()),
            asked,
            hits,
            resolver.ready()));
  }

  private static String heading(int hits, Wording words) {
    return hits == HITS ? words.text("search.best-found", hits) : words.text("search.found", hits);
  }

  /** A reload or a bookmark of the results has nothing to search for: begin again. */
  @GetMapping("/search")
  ResponseEntity<Void> searchAgain() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/")).build();
  }

  @PostMapping("/purpose")
  ResponseEntity<Void> choosePurpose(
      HttpServletRequest request,
      @RequestParam("purpose") String purpose,
      @RequestParam("back") String back) {
    readers.choose(request, purpose);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(Languages.back(back)).build();
  }

  private List<SearchPage.Hit> hits(Reader reader, String asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<CustomerId, String> foundBy = new LinkedHashMap<>();
    search.find(asked, HITS).forEach(hit -> foundBy.putIfAbsent(hit.customer(), hit.foundBy()));
    return profiles
        .summaries(List.copyOf(foundBy.keySet()), reader.staff(), reader.purpose())
        .stream()
        .map(summary -> hit(summary, foundBy.getOrDefault(summary.id(), "name"), reader.words()))
        .toList();
  }

  private static SearchPage.Hit hit(CustomerSummary summary, String foundBy, Wording words) {
    String name = CustomerWords.name(summary.displayName(), words);
    List<String> details = new ArrayList<>();
    for (var value :
        new ShownValue[] {
          summary.locality(), summary.birthYear(), summary.email(), summary.phone()
        }) {
      if (value != null) {
        details.add(value.text());
      }
    }
    return new SearchPage.Hit(
        summary.id().toString(),
        summary.kind() == CustomerKind.ORGANIZATION,
        CustomerWords.initials(name),
        name,
        String.join(" · ", details),
        foundBy.equals("name") ? null : words.text("search.found-by", words.term("found", foundBy)),
        summary.value().isEmpty() ? null : words.money(summary.value()),
        summary.lastSeen() == null
            ? null
            : words.day(Objects.requireNonNull(summary.lastSeen()), ZoneOffset.UTC),
        summary.doubtful());
  }
}
