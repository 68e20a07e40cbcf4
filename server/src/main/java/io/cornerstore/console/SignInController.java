package io.cornerstore.console;

import io.cornerstore.console.view.SignInPage;
import io.cornerstore.console.view.SignInPage.Notice;
import io.cornerstore.console.view.Wording;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the sign-in page; the form itself is answered by the security chain. */
@Controller
final class SignInController {

  private final Pages pages;
  private final Readers readers;

  SignInController(Pages pages, Readers readers) {
    this.pages = pages;
    this.readers = readers;
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> signIn(HttpServletRequest request) {
    return pages.show(
        "sign-in", new SignInPage(readers.openFrame(request, "Sign in"), notice(request)));
  }

  private static @Nullable Notice notice(HttpServletRequest request) {
    if (request.getParameter("failed") != null) {
      return new Notice(
          "bad",
          "alert",
          "That name and password do not go together. After several tries there is a pause before"
              + " the next one.");
    }
    if (request.getParameter("locked") != null) {
      return new Notice(
          "care", "alert", "Too many tries. Wait " + wait(request) + ", then try again.");
    }
    if (request.getParameter("expired") != null) {
      return new Notice(
          "care", "alert", "The page lay open too long to be safe. Please sign in once more.");
    }
    return request.getParameter("signed-out") == null
        ? null
        : new Notice("good", "status", "You are signed out.");
  }

  /* From the address, where anybody may have written anything. */
  private static String wait(HttpServletRequest request) {
    String seconds = String.valueOf(request.getParameter("wait"));
    if (!seconds.matches("[0-9]{1,5}")) {
      return "a little";
    }
    int number = Integer.parseInt(seconds);
    return number < 120
        ? Wording.count(number, "second", "seconds")
        : Wording.count((number + 59) / 60, "minute", "minutes");
  }
}
