package io.cornerstore.profile.web;

import io.cornerstore.profile.web.Problems.Document;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Explains the types of problems under their addresses, and answers what nobody else answered. */
@RestController
final class ProblemPages implements ErrorController {

  private static final List<String> PROGRAM_PATHS = List.of("/api/", "/v1/", "/openapi");

  /** What a type means. */
  record Explanation(String type, String title, int status, String explanation) {}

  @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(@PathVariable String slug) {
    return ProblemType.findBySlug(slug)
        .map(type ->
            ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .body(html(type.title(), type.explanation(), "")))
        .orElseGet(() -> html(ProblemType.NOT_FOUND, "There is no such kind of problem.", ""));
  }

  @GetMapping(path = "/problems/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation explanation(@PathVariable String slug, HttpServletRequest request) {
    ProblemType type =
        ProblemType.findBySlug(slug)
            .orElseThrow(
                () -> new ApiProblem(ProblemType.NOT_FOUND, "There is no such kind of problem."));
    return explanation(type, request);
  }

  @GetMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Explanation> all(HttpServletRequest request) {
    return Arrays.stream(ProblemType.values())
        .collect(Collectors.toMap(ProblemType::slug, type -> explanation(type, request)));
  }

  private static Explanation explanation(ProblemType type, HttpServletRequest request) {
    return new Explanation(
        Problems.uri(request, type), type.title(), type.status().value(), type.explanation());
  }

  /** Whatever was thrown or sent outside the controllers, for a person. */
  @RequestMapping(path = "${server.error.path:/error}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<?> errorPage(HttpServletRequest request) {
    ProblemType type = ProblemType.ofStatus(status(request));
    return forPrograms(request)
        ? error(request)
        : html(type, forPeople(type), CorrelationIds.of(request));
  }

  /** The same for a program. */
  @RequestMapping(path = "${server.error.path:/error}")
  ResponseEntity<Document> error(HttpServletRequest request) {
    ProblemType type = ProblemType.ofStatus(status(request));
    return Problems.answer(request, type, type.explanation(), List.of());
  }

  private static boolean forPrograms(HttpServletRequest request) {
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return uri instanceof String path && PROGRAM_PATHS.stream().anyMatch(path::startsWith);
  }

  /** Asked for directly there is nothing here, as everywhere else where nothing is. */
  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : 404;
  }

  /* The explanations are for those who write programs; keys and headers say nothing to others. */
  private static String forPeople(ProblemType type) {
    return switch (type) {
      case NOT_FOUND -> "There is nothing under this address. Maybe it was mistyped or cut off?";
      case NOT_ALLOWED ->
          "Your roles do not allow this, or the page lay open too long. Nothing was changed. Maybe"
              + " go back, load the page anew and try again?";
      case INTERNAL ->
          "The fault is ours and was written down. Nothing was half done: please try again.";
      default -> type.explanation();
    };
  }

  private static ResponseEntity<String> html(ProblemType type, String text, String reference) {
    return ResponseEntity.status(type.status())
        .contentType(MediaType.TEXT_HTML)
        .body(html(type.title(), text, reference));
  }

  /** {@code reference} is what to name when asking for help; empty for none. */
  private static String html(String title, String text, String reference) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s · Cornerstore</title>
    <link rel="stylesheet" href="/assets/console.css">
    </head>
    <body>
    <div class="awning" aria-hidden="true"></div>
    <main>
    <section class="sheet problem">
    <h1>%1$s</h1>
    <p>%2$s</p>%3$s
    <p><a class="button primary" href="/">To the start page</a></p>
    </section>
    </main>
    </body>
    </html>
    """
        .formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text), forHelp(reference));
  }

  private static String forHelp(String reference) {
    return reference.isEmpty()
        ? ""
        : "\n<p class=\"soft small\">If you ask for help, name this number: <code>"
            + HtmlUtils.htmlEscape(reference)
            + "</code></p>";
  }
}
