package io.cornerstore.console.staff;

import io.cornerstore.access.SignInProvider;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.SignInPage;
import io.cornerstore.console.view.SignInPage.Notice;
import io.cornerstore.console.view.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the sign-in page; the form itself is answered by the security chain. */
@Controller
final class SignInController {

  private final Pages pages;

  /** What may have happened at a sign-in provider, as the address says it. */
  private static final List<String> AT_PROVIDER =
      List.of(
          "no-account",
          "account-locked",
          "no-role",
          "provider-down",
          "provider-refused",
          "cancelled");

  private final Readers readers;
  private final @Nullable SignInProvider provider;

  SignInController(Pages pages, Readers readers, ObjectProvider<SignInProvider> providers) {
    this.pages = pages;
    this.readers = readers;
    this.provider = providers.getIfAvailable();
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> signIn(HttpServletRequest request) {
    return pages.show(
        "sign-in",
        new SignInPage(
            readers.openFrame(request, "sign-in.button"),
            notice(request, readers.words(request)),
            provider == null ? null : button(request, provider)));
  }

  private static SignInPage.Provider button(HttpServletRequest request, SignInProvider provider) {
    String again = request.getParameter("again") == null ? "" : "?again";
    return new SignInPage.Provider(provider.name(), provider.path() + again);
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
    for (String happened : AT_PROVIDER) {
      if (request.getParameter(happened) != null) {
        return new Notice("bad", "alert", words.term("sign-in-provider", happened));
      }
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
