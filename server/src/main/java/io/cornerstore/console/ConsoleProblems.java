package io.cornerstore.console;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.ProblemPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.intake.IntakeException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns what the console's controllers refuse into pages with the head of all others. What is
 * caught nowhere is answered by the problem pages of the whole server.
 */
@ControllerAdvice(basePackageClasses = ConsoleProblems.class)
final class ConsoleProblems {

  private static final Pattern OF_A_CUSTOMER =
      Pattern.compile("(/customers/[0-9a-f-]{36})/(merge|split|undo)");

  private final Pages pages;
  private final Readers readers;

  ConsoleProblems(Pages pages, Readers readers) {
    this.pages = pages;
    this.readers = readers;
  }

  /** An address that is no id at all names nobody either. */
  @ExceptionHandler({NoSuchPage.class, MethodArgumentTypeMismatchException.class})
  ResponseEntity<String> nobody(HttpServletRequest request) {
    return page(request, HttpStatus.NOT_FOUND, "problem.no-customer", "problem.no-customer-text");
  }

  @ExceptionHandler(AccessDeniedProblem.class)
  ResponseEntity<String> denied(HttpServletRequest request) {
    return page(
        request,
        HttpStatus.FORBIDDEN,
        "problem.closed",
        "problem.closed-text",
        "problem.closed-next");
  }

  @ExceptionHandler
  ResponseEntity<String> refused(DecisionRefused refusal, HttpServletRequest request) {
    return page(
        request,
        HttpStatus.CONFLICT,
        "problem.refused",
        "refused." + refusal.reason().code(),
        "problem.nothing-changed");
  }

  /** What the feed says is about places and bounds, in the language of mappings. */
  @ExceptionHandler
  ResponseEntity<String> feed(IntakeException refusal, HttpServletRequest request) {
    Wording words = readers.words(request);
    return pages.show(
        HttpStatus.CONFLICT,
        "problem",
        new ProblemPage(
            readers.frame(request, "problem.feed", "feeds"),
            words.text("problem.feed"),
            List.of(String.valueOf(refusal.getMessage()), words.text("problem.nothing-changed")),
            "/feeds",
            words.text("problem.back-to-feeds")));
  }

  @ExceptionHandler(ServletRequestBindingException.class)
  ResponseEntity<String> incomplete(HttpServletRequest request) {
    return page(request, HttpStatus.BAD_REQUEST, "problem.incomplete", "problem.incomplete-text");
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, String heading, String... paragraphs) {
    Matcher customer = OF_A_CUSTOMER.matcher(request.getRequestURI());
    boolean back = customer.matches();
    boolean model = request.getRequestURI().startsWith("/model/");
    Wording words = readers.words(request);
    return pages.show(
        status,
        "problem",
        new ProblemPage(
            readers.frame(request, heading, ""),
            words.text(heading),
            Arrays.stream(paragraphs).map(words::text).toList(),
            back ? customer.group(1) + "/match" : model ? "/model" : "/",
            words.text(
                back
                    ? "problem.back-to-customer"
                    : model ? "problem.back-to-model" : "problem.find-customer")));
  }
}
