package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found; the words searched for go back into the box, never into the address.
 *
 * @param mayAdd whether the roles allow to add a customer
 */
@Personal
public record SearchPage(
    PageFrame frame, String heading, String asked, List<Hit> hits, boolean ready, boolean mayAdd) {

  @Override
  public String toString() {
    return "SearchPage[•••]";
  }

  /**
   * One customer found.
   *
   * @param foundBy what agreed; absent where the marked parts show it
   * @param byOrder whether what was looked for is the number of an order of theirs
   */
  @Personal
  public record Hit(
      String id,
      boolean organization,
      String initials,
      List<Part> name,
      List<Part> details,
      @Nullable String foundBy,
      boolean byOrder,
      @Nullable String value,
      @Nullable String lastSeen,
      boolean doubtful) {

    public Hit {
      name = List.copyOf(name);
      details = List.copyOf(details);
    }

    @Override
    public String toString() {
      return "Hit[" + id + "]";
    }
  }

  /** A stretch of text, and whether it is what was looked for. */
  @Personal
  public record Part(String text, boolean marked) {

    @Override
    public String toString() {
      return "Part[•••]";
    }
  }
}
