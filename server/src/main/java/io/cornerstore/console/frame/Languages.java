package io.cornerstore.console.frame;

import io.cornerstore.console.view.Language;
import io.cornerstore.console.view.PageFrame.Choice;
import io.cornerstore.console.view.Wording;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The language of a reader: what they chose, kept in a cookie so that it holds before sign-in too;
 * until then what their browser asks for.
 */
@Controller
public final class Languages {

  private static final String COOKIE = "cornerstore-language";
  private static final Duration KEPT = Duration.ofDays(365);

  static Wording of(HttpServletRequest request) {
    return Wording.of(chosen(request).orElseGet(() -> asked(request)));
  }

  static List<Choice> choices(Language current) {
    return Arrays.stream(Language.values())
        .map(one -> new Choice(one.code(), one.ownName(), one == current))
        .toList();
  }

  @PostMapping("/language")
  ResponseEntity<Void> choose(
      @RequestParam("language") String code, @RequestParam("back") String back) {
    String known = Language.findByCode(code).orElse(Language.ENGLISH).code();
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, known)
            .path("/")
            .maxAge(KEPT)
            .httpOnly(true)
            .sameSite("Lax")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .location(back(back))
        .build();
  }

  /** Only a page of our own, so that nobody can be sent elsewhere; else the first page. */
  public static URI back(String path) {
    return URI.create(path.matches("/([A-Za-z0-9][A-Za-z0-9/_.-]*)?") ? path : "/");
  }

  private static Optional<Language> chosen(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .flatMap(cookie -> Language.findByCode(cookie.getValue()).stream())
            .findFirst();
  }

  private static Language asked(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null || header.isBlank()) {
      return Language.ENGLISH;
    }
    try {
      return Language.lookup(Locale.LanguageRange.parse(header));
    } catch (IllegalArgumentException _) {
      // What the browser sends is its affair: no reason to refuse the page.
      return Language.ENGLISH;
    }
  }
}
