package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merge, a split or taking one back would do, before it is done.
 *
 * @param lead what would happen, in a sentence
 * @param sides absent where nothing that can be shown would change
 * @param action where the form goes
 * @param hidden what the form carries along
 * @param danger whether the button warns
 */
@Personal
public record PreviewPage(
    PageFrame frame,
    String heading,
    String lead,
    @Nullable SidesView sides,
    String action,
    List<Hidden> hidden,
    String button,
    boolean danger,
    String back) {

  public PreviewPage {
    hidden = List.copyOf(hidden);
  }

  @Override
  public String toString() {
    return "PreviewPage[" + action + "]";
  }

  /** A field of the form that nobody sees. */
  public record Hidden(String name, String value) {}
}
