package io.cornerstore.profile.web;

import io.cornerstore.profile.ProblemScreens;
import io.cornerstore.profile.web.Problems.Document;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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

/** Explains the types of problems under their addresses, and answers what nobody else answered. */
@RestController
final class ProblemPages implements ErrorController {

  private static final List<String> PROGRAM_PATHS = List.of("/api/", "/v1/", "/openapi");

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final ProblemScreens screens;

  ProblemPages(ProblemScreens screens) {
    this.screens = screens;
  }

  /** What a type means. */
  record Explanation(String type, String title, int status, String explanation) {}

  @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(@PathVariable String slug, HttpServletRequest request) {
    return ProblemType.findBySlug(slug)
        .map(type ->
            ResponseEntity.ok().contentType(HTML).body(screens.explanation(request, type.slug())))
        .orElseGet(() -> html(request, ProblemType.NOT_FOUND, ""));
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
    return forPrograms(request) ? error(request) : html(request, type, CorrelationIds.of(request));
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

  private ResponseEntity<String> html(
      HttpServletRequest request, ProblemType type, String reference) {
    return ResponseEntity.status(type.status())
        .contentType(HTML)
        .body(screens.happened(request, type.slug(), reference));
  }
}
