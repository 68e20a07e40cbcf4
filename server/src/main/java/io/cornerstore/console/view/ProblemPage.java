package io.cornerstore.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something went wrong, and what to do next. */
public record ProblemPage(
    PageFrame frame,
    int status,
    String heading,
    List<String> paragraphs,
    @Nullable String reference) {

  public ProblemPage {
    paragraphs = List.copyOf(paragraphs);
  }
}
