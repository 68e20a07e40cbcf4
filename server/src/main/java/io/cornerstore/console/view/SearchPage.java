package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search found; the words searched for go back into the box, never into the address. */
@Personal
public record SearchPage(
    PageFrame frame, String heading, String asked, List<Hit> hits, boolean ready) {

  @Override
  public String toString() {
    return "SearchPage[•••]";
  }

  /**
   * One customer found.
   *
   * @param foundBy what agreed; absent for a name, which anybody sees
   */
  @Personal
  public record Hit(
      String id,
      boolean organization,
      String initials,
      String name,
      String details,
      @Nullable String foundBy,
      @Nullable String value,
      @Nullable String lastSeen,
      boolean doubtful) {

    @Override
    public String toString() {
      return "Hit[" + id + "]";
    }
  }
}
