package io.cornerstore.console.staff;

import io.cornerstore.access.Invitations;
import io.cornerstore.access.PasswordRefused;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.WelcomePage;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One-time links: whoever was invited or reset chooses a password. */
@Controller
final class WelcomeController {

  private final Pages pages;
  private final Readers readers;
  private final Invitations invitations;

  WelcomeController(Pages pages, Readers readers, Invitations invitations) {
    this.pages = pages;
    this.readers = readers;
    this.invitations = invitations;
  }

  @GetMapping("/welcome/{token}")
  ResponseEntity<String> show(HttpServletRequest request, @PathVariable("token") String token) {
    return page(request, token, invitations.find(token), false);
  }

  @PostMapping("/welcome/{token}")
  ResponseEntity<?> choose(
      HttpServletRequest request,
      @PathVariable("token") String token,
      @RequestParam("password") String password) {
    try {
      if (invitations.choosePassword(token, password).isPresent()) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
            .location(URI.create("/sign-in?chosen"))
            .build();
      }
      return page(request, token, Optional.empty(), false);
    } catch (PasswordRefused _) {
      return page(request, token, invitations.find(token), true);
    }
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, String token, Optional<StaffAccount> account, boolean refused) {
    return pages.show(
        account.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND,
        "welcome",
        new WelcomePage(
            readers.openFrame(request, "welcome.title"),
            token,
            account.map(StaffAccount::signInName).orElse(null),
            refused));
  }
}
