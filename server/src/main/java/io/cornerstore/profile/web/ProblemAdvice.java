package io.cornerstore.profile.web;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.StatementRefused;
import io.cornerstore.profile.web.ApiProblem.Mistake;
import io.cornerstore.profile.web.Problems.Document;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what controllers of the API throw into problems. */
@RestControllerAdvice(annotations = RestController.class)
final class ProblemAdvice {

  /** PostgreSQL: a character that its texts cannot hold; of Unicode that is U+0000 alone. */
  private static final String NOT_IN_REPERTOIRE = "22021";

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Document> problem(ApiProblem problem, HttpServletRequest request) {
    return Problems.answer(request, problem);
  }

  @ExceptionHandler
  ResponseEntity<Document> denied(AccessDeniedProblem refusal, HttpServletRequest request) {
    return refused(request, ProblemType.NOT_ALLOWED, refusal);
  }

  @ExceptionHandler
  ResponseEntity<Document> refused(DecisionRefused refusal, HttpServletRequest request) {
    return refused(request, ProblemType.DECISION_REFUSED, refusal);
  }

  @ExceptionHandler
  ResponseEntity<Document> refused(StatementRefused refusal, HttpServletRequest request) {
    return Problems.answer(
        request,
        ProblemType.STATEMENT_REFUSED,
        "Nothing was written down.",
        refusal.faults().stream().map(ProblemAdvice::mistake).toList());
  }

  private static ResponseEntity<Document> refused(
      HttpServletRequest request, ProblemType type, Exception refusal) {
    return Problems.answer(request, type, String.valueOf(refusal.getMessage()), List.of());
  }

  private static Mistake mistake(StatementRefused.Fault fault) {
    String pointer =
        switch (fault.field()) {
          case "" -> "/values";
          case "note" -> "/text";
          default -> "/values/" + fault.field();
        };
    String what =
        switch (fault.code()) {
          case "malformed" -> "is not well-formed";
          case "missing" -> "is missing";
          case "too-long" -> "is too long";
          case "unchanged" -> "change nothing";
          case "not-stated" -> "is not a field that people state";
          default ->
              "holds what must not be kept (%s) at characters %d to %d"
                  .formatted(fault.code(), fault.start() + 1, fault.end());
        };
    return new Mistake("pointer", pointer, what);
  }

  @ExceptionHandler
  ResponseEntity<Document> alike(Counter.LookalikesFirst alike, HttpServletRequest request) {
    return refused(request, ProblemType.LOOKALIKES_FIRST, alike);
  }

  @ExceptionHandler
  ResponseEntity<Document> nothing(Counter.NoSuchStatement nothing, HttpServletRequest request) {
    return refused(request, ProblemType.NOT_FOUND, nothing);
  }

  @ExceptionHandler
  ResponseEntity<Document> feed(IntakeException refusal, HttpServletRequest request) {
    return refused(request, ProblemType.FEED_REFUSED, refusal);
  }

  @ExceptionHandler
  ResponseEntity<Document> mapping(MappingRefused refusal, HttpServletRequest request) {
    return refused(request, ProblemType.INVALID_REQUEST, refusal);
  }

  @ExceptionHandler
  ResponseEntity<Document> mistyped(
      MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
    // The value itself may be anything, a name too: it is not repeated.
    return Problems.answer(
        request,
        ProblemType.INVALID_REQUEST,
        "The request has a mistake.",
        List.of(new Mistake("parameter", mismatch.getName(), "has not the form it must have")));
  }

  @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
  ResponseEntity<Document> database(Exception failure, HttpServletRequest request) {
    if (notInRepertoire(failure)) {
      return Problems.answer(
          request,
          ProblemType.INVALID_REQUEST,
          "A text of the request holds the character U+0000, which cannot be kept.",
          List.of());
    }
    log.error("the database failed a request", failure);
    return Problems.answer(
        request, ProblemType.UNAVAILABLE, "The database did not answer as it should.", List.of());
  }

  private static boolean notInRepertoire(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && NOT_IN_REPERTOIRE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
