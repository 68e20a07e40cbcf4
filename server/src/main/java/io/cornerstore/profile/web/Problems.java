package io.cornerstore.profile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.profile.web.ApiProblem.Mistake;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Writes problems (RFC 9457). */
final class Problems {

  /** Seconds: as long as a database takes to come back, or a part of the index to load. */
  private static final String SOON = "5";

  private Problems() {}

  /** The members of a problem document. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      String type,
      String title,
      int status,
      String detail,
      String correlationId,
      @Nullable List<Place> errors) {}

  /** Where a mistake is; exactly one of the first three is given. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Place(
      @Nullable String pointer,
      @Nullable String parameter,
      @Nullable String header,
      String detail) {

    static Place of(Mistake mistake) {
      return new Place(
          mistake.in().equals("pointer") ? mistake.place() : null,
          mistake.in().equals("parameter") ? mistake.place() : null,
          mistake.in().equals("header") ? mistake.place() : null,
          mistake.detail());
    }
  }

  static ResponseEntity<Document> answer(HttpServletRequest request, ApiProblem problem) {
    return answer(
        request, problem.type(), String.valueOf(problem.getMessage()), problem.mistakes());
  }

  static ResponseEntity<Document> answer(
      HttpServletRequest request, ProblemType type, String detail, List<Mistake> mistakes) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(type.status());
    if (type == ProblemType.UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, SOON);
    }
    return answer
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            new Document(
                uri(request, type),
                type.title(),
                type.status().value(),
                detail,
                CorrelationIds.of(request),
                mistakes.isEmpty() ? null : mistakes.stream().map(Place::of).toList()));
  }

  /** The absolute address under which this server explains the type. */
  static String uri(HttpServletRequest request, ProblemType type) {
    return ServletUriComponentsBuilder.fromContextPath(request)
        .path("/problems/" + type.slug())
        .build()
        .toUriString();
  }
}
