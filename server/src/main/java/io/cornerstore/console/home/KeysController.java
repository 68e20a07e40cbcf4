package io.cornerstore.console.home;

import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.KeysPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The keys of the console; with script they open over the page one is on. */
@Controller
final class KeysController {

  private final Pages pages;
  private final Readers readers;

  KeysController(Pages pages, Readers readers) {
    this.pages = pages;
    this.readers = readers;
  }

  @GetMapping("/keys")
  ResponseEntity<String> keys(HttpServletRequest request) {
    return pages.show("keys-page", new KeysPage(readers.frame(request, "keys.heading", "keys")));
  }
}
