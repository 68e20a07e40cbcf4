package io.cornerstore.console.view;

import io.cornerstore.console.picture.WaterfallPicture;
import io.cornerstore.kernel.Personal;
import org.jspecify.annotations.Nullable;

/**
 * One doubtful case: both sides, what speaks for and against, and what an answer would change.
 *
 * @param phrase how sure the engine is and what a decision would repair
 * @param place where in the list the case stands
 * @param sides both sides, and both together
 * @param picture absent while the index is being rebuilt
 * @param message what was just done to the case before
 * @param undo whether there is something to take back
 */
@Personal
public record ReviewCasePage(
    PageFrame frame,
    String path,
    String phrase,
    @Nullable String place,
    SidesView sides,
    @Nullable WaterfallPicture picture,
    @Nullable String previous,
    @Nullable String next,
    @Nullable String message,
    boolean undo) {

  @Override
  public String toString() {
    return "ReviewCasePage[" + path + "]";
  }
}
