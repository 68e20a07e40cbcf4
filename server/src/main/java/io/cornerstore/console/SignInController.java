package io.cornerstore.console;

import io.cornerstore.console.view.SignInPage;
import jakarta.servlet.http.HttpServletRequest;
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
        "sign-in",
        new SignInPage(
            readers.openFrame(request, "Sign in"),
            request.getParameter("failed") != null,
            request.getParameter("locked") != null,
            request.getParameter("signed-out") != null));
  }
}
