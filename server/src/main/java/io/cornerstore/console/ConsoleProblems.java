package io.cornerstore.console;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.console.view.ProblemPage;
import io.cornerstore.identity.DecisionRefused;
import jakarta.servlet.http.HttpServletRequest;
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
    return page(
        request,
        HttpStatus.NOT_FOUND,
        "No such customer",
        "There is no customer under this address. Maybe it was mistyped or cut off? Addresses of"
            + " customers that were merged keep working.");
  }

  @ExceptionHandler
  ResponseEntity<String> denied(AccessDeniedProblem refusal, HttpServletRequest request) {
    return page(
        request,
        HttpStatus.FORBIDDEN,
        "Not open to you",
        String.valueOf(refusal.getMessage()),
        "Maybe another purpose, in the head of the page, allows it; or ask an administrator.");
  }

  @ExceptionHandler
  ResponseEntity<String> refused(DecisionRefused refusal, HttpServletRequest request) {
    return page(
        request,
        HttpStatus.CONFLICT,
        "That cannot be done",
        String.valueOf(refusal.getMessage()),
        "Nothing was changed.");
  }

  @ExceptionHandler
  ResponseEntity<String> incomplete(
      ServletRequestBindingException mistake, HttpServletRequest request) {
    return page(
        request,
        HttpStatus.BAD_REQUEST,
        "Something was left out",
        "The form came without all of its fields. Nothing was changed.");
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, String heading, String... paragraphs) {
    Matcher customer = OF_A_CUSTOMER.matcher(request.getRequestURI());
    boolean back = customer.matches();
    return pages.show(
        status,
        "problem",
        new ProblemPage(
            readers.frame(request, heading, ""),
            heading,
            List.of(paragraphs),
            back ? customer.group(1) + "/match" : "/",
            back ? "Back to the customer" : "Find a customer"));
  }
}
