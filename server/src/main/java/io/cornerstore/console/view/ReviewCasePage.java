package io.cornerstore.console.view;

import io.cornerstore.console.picture.WaterfallPicture;
import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One doubtful case: both sides, what speaks for and against, and what an answer would change.
 *
 * @param phrase how sure the engine is and what a decision would repair
 * @param place where in the list the case stands
 * @param fields both sides field by field, and the golden record of both together
 * @param effects what else both have, alone and together
 * @param picture absent while the index is being rebuilt
 * @param message what was just done to the case before
 * @param undo whether there is something to take back
 */
@Personal
public record ReviewCasePage(
    PageFrame frame,
    String path,
    String left,
    String right,
    String phrase,
    @Nullable String place,
    List<FieldRow> fields,
    List<EffectRow> effects,
    @Nullable WaterfallPicture picture,
    @Nullable String previous,
    @Nullable String next,
    @Nullable String message,
    boolean undo) {

  public ReviewCasePage {
    fields = List.copyOf(fields);
    effects = List.copyOf(effects);
  }

  @Override
  public String toString() {
    return "ReviewCasePage[" + path + "]";
  }

  /**
   * One field on both sides.
   *
   * @param mark class in the style sheet: same, alike, different, missing
   * @param symbol the same as a sign
   * @param words the same in words
   * @param after what the golden record of both would say
   */
  @Personal
  public record FieldRow(
      String name,
      List<String> left,
      List<String> right,
      String mark,
      String symbol,
      String words,
      @Nullable String after) {

    public FieldRow {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }

    @Override
    public String toString() {
      return "FieldRow[" + name + "]";
    }
  }

  /** A number on both sides and of both together. */
  public record EffectRow(String name, String left, String right, String after) {}
}
