package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A steward's work list.
 *
 * @param list which of them is shown: open, check, later, done
 * @param lead what the list holds and in which order
 * @param message what was just done
 */
@Personal
public record ReviewPage(
    PageFrame frame,
    String list,
    List<Tab> tabs,
    String lead,
    boolean ready,
    List<Row> rows,
    @Nullable String message) {

  public ReviewPage {
    tabs = List.copyOf(tabs);
    rows = List.copyOf(rows);
  }

  @Override
  public String toString() {
    return "ReviewPage[" + list + "]";
  }

  /** One of the lists and how long it is. */
  public record Tab(String path, String words, String count, boolean chosen) {}

  /**
   * One case.
   *
   * @param right the other customer; absent when the case is one customer that may be two
   * @param path of the case; absent when it can only be taken back
   * @param undo verdict to take back; absent when there is none
   */
  @Personal
  public record Row(
      @Nullable String path,
      String left,
      @Nullable String right,
      String phrase,
      @Nullable String when,
      @Nullable String answer,
      @Nullable String undo) {

    @Override
    public String toString() {
      return "Row[•••]";
    }
  }
}
