package io.cornerstore.profile;

import jakarta.servlet.http.HttpServletRequest;

/** Shows a problem to a person, in their language. The console has the pages; errors need them. */
public interface ProblemScreens {

  /** A whole page in HTML that explains a type of problem, by its slug, to who writes programs. */
  String explanation(HttpServletRequest request, String slug);

  /**
   * A whole page in HTML for a person to whom it happened.
   *
   * @param reference what to name when asking for help; empty for none
   */
  String happened(HttpServletRequest request, String slug, String reference);
}
