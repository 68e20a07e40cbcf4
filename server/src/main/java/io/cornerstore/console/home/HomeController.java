package io.cornerstore.console.home;

import io.cornerstore.console.customer.Hits;
import io.cornerstore.console.customer.TypedSearch;
import io.cornerstore.console.frame.Languages;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.HomePage;
import io.cornerstore.console.view.SearchPage;
import io.cornerstore.console.view.SuggestionsPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.profile.Shelves;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
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
  private static final int SUGGESTIONS = 8;
  private static final int AT_HAND = 8;

  /** What the pages are made of. */
  record Faces(
      Customers customers,
      TypedSearch search,
      Resolver resolver,
      Shelves shelves,
      SourceRecords records) {}

  private final Pages pages;
  private final Readers readers;
  private final HomePanels panels;
  private final Faces faces;

  HomeController(Pages pages, Readers readers, HomePanels panels, Faces faces) {
    this.pages = pages;
    this.readers = readers;
    this.panels = panels;
    this.faces = faces;
  }

  @GetMapping("/")
  ResponseEntity<String> home(HttpServletRequest request) {
    Wording words = readers.words(request);
    List<HomePage.Figure> figures =
        List.of(
            new HomePage.Figure(
                words.text("menu.customers"),
                words.whole(faces.customers().count()),
                words.text("home.customers-remark")),
            new HomePage.Figure(
                words.text("home.records"),
                words.whole(faces.records().head().value()),
                words.text("home.records-remark")));
    Shelves.Shelf shelf = shelf(request);
    Hits hits = Hits.of(words);
    return pages.show(
        "home",
        new HomePage(
            readers.frame(request, "menu.customers", "home"),
            panels.of(readers.staff(), words),
            figures,
            faces.resolver().ready(),
            shelf.pinned().stream().map(hits::hit).toList(),
            shelf.recent().stream().map(hits::hit).toList(),
            shelf.stated().stream().map(hits::hit).toList(),
            readers.mayWrite()));
  }

  /* The first page is open to those too who may read no customer. */
  private Shelves.Shelf shelf(HttpServletRequest request) {
    if (!readers.mayRead()) {
      return Shelves.Shelf.EMPTY;
    }
    Reader reader = readers.of(request);
    return faces.shelves().of(reader.staff(), reader.purpose(), AT_HAND);
  }

  @PostMapping("/search")
  ResponseEntity<String> search(HttpServletRequest request, @RequestParam("text") String text) {
    Reader reader = readers.of(request);
    String asked = TypedSearch.asked(text);
    List<SearchPage.Hit> hits = faces.search().hits(reader, asked, HITS);
    return pages.show(
        "search",
        new SearchPage(
            readers.frame(request, "title.search", "search"),
            heading(hits.size(), reader.words()),
            asked,
            hits,
            faces.resolver().ready(),
            readers.mayWrite()));
  }

  /** What is found so far, while somebody types: a part of a page, for the script. */
  @PostMapping("/search/suggest")
  ResponseEntity<String> suggest(HttpServletRequest request, @RequestParam("text") String text) {
    Reader reader = readers.of(request);
    List<SearchPage.Hit> hits =
        faces.search().suggestions(reader, TypedSearch.asked(text), SUGGESTIONS);
    return pages.show("suggestions", new SuggestionsPage(reader.words(), "/customers/", hits));
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
}
