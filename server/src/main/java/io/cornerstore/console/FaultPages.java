package io.cornerstore.console;

import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.ProblemPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.profile.ProblemScreens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** The pages of what was answered by no controller. Asks no database: it may be what is away. */
final class FaultPages implements ProblemScreens {

  private final Pages pages;
  private final Readers readers;

  FaultPages(Pages pages, Readers readers) {
    this.pages = pages;
    this.readers = readers;
  }

  @Override
  public String explanation(HttpServletRequest request, String slug) {
    return page(request, slug, List.of(readers.words(request).text("fault." + slug + ".text")));
  }

  @Override
  public String happened(HttpServletRequest request, String slug, String reference) {
    Wording words = readers.words(request);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        switch (slug) {
          case "not-found", "not-allowed", "internal" -> words.text("fault." + slug + ".people");
          default -> words.text("fault." + slug + ".text");
        });
    if (!reference.isEmpty()) {
      paragraphs.add(words.text("fault.reference", reference));
    }
    return page(request, slug, paragraphs);
  }

  private String page(HttpServletRequest request, String slug, List<String> paragraphs) {
    Wording words = readers.words(request);
    String title = "fault." + slug;
    return pages.render(
        "problem",
        new ProblemPage(
            readers.openFrame(request, title),
            words.text(title),
            paragraphs,
            "/",
            words.text("problem.start-page")));
  }
}
