package io.cornerstore.console.view;

import io.cornerstore.console.view.FeedsPage.Figure;
import io.cornerstore.console.view.FeedsPage.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of a feed: what it is read by, what another would change, what another changed.
 *
 * @param file where the mapping stands on the server; absent when no mapping reads the feed
 * @param text of the mapping, as it is being written
 * @param refusals why it is not taken
 * @param report of a preview or of what was done
 * @param earlier what the feed was read by, the one in force first
 */
public record RemapPage(
    PageFrame frame,
    int feed,
    String name,
    @Nullable String file,
    String text,
    List<Refusal> refusals,
    @Nullable Report report,
    List<Earlier> earlier) {

  public RemapPage {
    refusals = List.copyOf(refusals);
    earlier = List.copyOf(earlier);
  }

  /**
   * Why the mapping is not taken.
   *
   * @param place line and column in words; absent when it is about the whole
   * @param words in the language of mappings
   * @param line as it was written
   */
  public record Refusal(@Nullable String place, String words, @Nullable String line) {}

  /**
   * What re-mapping would do, or did.
   *
   * @param lead what this is, in a sentence
   * @param stay entries that the mapping cannot read, by reason
   * @param missing columns that were not kept, in a sentence
   * @param seen what names the text that was previewed; absent when it is done
   */
  public record Report(
      String lead,
      List<Figure> figures,
      List<Group> stay,
      @Nullable String missing,
      @Nullable String seen) {

    public Report {
      figures = List.copyOf(figures);
      stay = List.copyOf(stay);
    }
  }

  /** A mapping that the feed was read by. */
  public record Earlier(String hash, String file, String lastUsed, boolean inForce) {}
}
