package io.cornerstore.console.view;

import java.util.List;

/**
 * Something was refused, and what to do next.
 *
 * @param next address of the page that helps on
 * @param nextWords what is to be found there
 */
public record ProblemPage(
    PageFrame frame, String heading, List<String> paragraphs, String next, String nextWords) {

  public ProblemPage {
    paragraphs = List.copyOf(paragraphs);
  }
}
