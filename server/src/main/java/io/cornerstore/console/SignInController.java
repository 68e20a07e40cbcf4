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
        "sign-in",
        new SignInPage(
            readers.openFrame(request, "sign-in.button"), notice(request, readers.words(request))));
  }

  private static @Nullable Notice notice(HttpServletRequest request, Wording words) {
    if (request.getParameter("failed") != null) {
      return new Notice("bad", "alert", words.text("sign-in.failed"));
    }
    if (request.getParameter("locked") != null) {
      return new Notice("care", "alert", words.text("sign-in.locked", wait(request, words)));
    }
    if (request.getParameter("expired") != null) {
      return new Notice("care", "alert", words.text("sign-in.expired"));
    }
    if (request.getParameter("chosen") != null) {
      return new Notice("good", "status", words.text("sign-in.chosen"));
    }
    return request.getParameter("signed-out") == null
        ? null
        : new Notice("good", "status", words.text("sign-in.signed-out"));
  }

  /* From the address, where anybody may have written anything. */
  private static String wait(HttpServletRequest request, Wording words) {
    String seconds = String.valueOf(request.getParameter("wait"));
    if (!seconds.matches("[0-9]{1,5}")) {
      return words.text("sign-in.a-little");
    }
    int number = Integer.parseInt(seconds);
    return number < 120
        ? words.text("sign-in.seconds", number)
        : words.text("sign-in.minutes", (number + 59) / 60);
  }
}
