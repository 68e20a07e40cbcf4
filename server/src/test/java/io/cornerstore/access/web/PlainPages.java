package io.cornerstore.access.web;

import io.cornerstore.access.Actor;
import io.cornerstore.access.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands in for the console and the API: says who is there. */
@RestController
@ConditionalOnProperty("test.plain-pages") // never beside the real pages
final class PlainPages {

  private final CurrentActor current;

  PlainPages(CurrentActor current) {
    this.current = current;
  }

  @GetMapping({"/sign-in", "/form"})
  String form(HttpServletRequest request) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return Objects.requireNonNull(token).getToken();
  }

  @GetMapping({"/", "/customers", "/api/v1/me"})
  String who() {
    return current.require().auditName();
  }

  @PostMapping({"/change", "/api/v1/change", "/v1/track"})
  String change() {
    return current.find().map(Actor::auditName).orElse("nobody");
  }

  @GetMapping({"/livez", "/readyz", "/assets/a.css", "/problems/x", "/openapi.json"})
  String open() {
    return "open";
  }
}
