package io.cornerstore.console.view;

import io.cornerstore.console.picture.ClusterPicture;
import io.cornerstore.console.picture.WaterfallPicture;
import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why these records are one customer, and the ways to take that back.
 *
 * @param cluster absent for a single identity and while the index is being rebuilt
 * @param pairs the evidence of each accepted pair, the weakest first
 * @param done what the reader just decided
 */
@Personal
public record MatchPage(
    PageFrame frame,
    String id,
    String name,
    boolean doubtful,
    boolean ready,
    boolean mayDecide,
    boolean mayChoose,
    List<Subject> subjects,
    @Nullable ClusterPicture cluster,
    List<Pair> pairs,
    List<Decided> decisions,
    @Nullable Done done) {

  @Override
  public String toString() {
    return "MatchPage[" + id + "]";
  }

  /** One source subject of the customer, by a short mark used in the pairs. */
  @Personal
  public record Subject(String id, String mark, String source, List<String> values) {

    @Override
    public String toString() {
      return "Subject[" + id + "]";
    }
  }

  /** An accepted pair and its evidence. */
  public record Pair(String a, String b, String odds, boolean decided, WaterfallPicture picture) {}

  /**
   * That it is done, and which decision it was. The engine may have moved others since, so that the
   * newest decision of the history need not be that one.
   */
  public record Done(String message, @Nullable String decision) {}

  /** A decision that can be taken back, unless it already was. */
  public record Decided(
      String id, String what, String when, String who, String reason, boolean undone) {}
}
