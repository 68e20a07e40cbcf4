package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;

/**
 * What is shown under the box while somebody types.
 *
 * @param before where a choice leads, up to the id of the customer
 */
@Personal
public record SuggestionsPage(Wording words, String before, List<SearchPage.Hit> hits) {

  public SuggestionsPage {
    hits = List.copyOf(hits);
  }

  @Override
  public String toString() {
    return "SuggestionsPage[•••]";
  }
}
