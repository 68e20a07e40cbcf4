package io.cornerstore.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param staff display name of who is signed in; absent on the sign-in page
 * @param feeds whether the page of feeds is open to them
 * @param path of the page itself, to come back to after choosing a purpose
 * @param purposes what may be named as the purpose of reading, the chosen one first
 */
public record PageFrame(
    String title,
    String current,
    String path,
    @Nullable String staff,
    boolean feeds,
    List<Choice> purposes,
    String csrfName,
    String csrfToken) {

  public PageFrame {
    purposes = List.copyOf(purposes);
  }

  /** A code and its words. */
  public record Choice(String code, String words, boolean chosen) {}
}
