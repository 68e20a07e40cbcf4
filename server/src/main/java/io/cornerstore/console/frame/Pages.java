package io.cornerstore.console.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Renders a compiled template with its one view model. Thread-safe. */
public final class Pages {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "io.cornerstore.console.pages");

  /** The page, never kept by any cache: it may show personal data. */
  public ResponseEntity<String> show(String template, Object page) {
    return show(HttpStatus.OK, template, page);
  }

  /** The same, answered with another status. */
  public ResponseEntity<String> show(HttpStatus status, String template, Object page) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(render(template, page));
  }

  /** The page alone, for who answers with headers of their own. */
  public String render(String template, Object page) {
    StringOutput output = new StringOutput(16 * 1024);
    templates.render(template + ".jte", page, output);
    return output.toString();
  }
}
