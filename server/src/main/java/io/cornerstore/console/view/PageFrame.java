package io.cornerstore.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param words everything the page says, in the language of who reads it
 * @param languages what else it could be read in
 * @param current the page, or the part of the menu it belongs to
 * @param path of the page itself, to come back to after choosing a purpose or a language
 * @param staff display name of who is signed in; absent on the sign-in page
 * @param menu the pages open to them
 * @param purposes what may be named as the purpose of reading, the chosen one first
 */
public record PageFrame(
    Wording words,
    List<Choice> languages,
    String title,
    String current,
    String path,
    @Nullable String staff,
    List<Choice> menu,
    List<Choice> purposes,
    String csrfName,
    String csrfToken) {

  public PageFrame {
    languages = List.copyOf(languages);
    menu = List.copyOf(menu);
    purposes = List.copyOf(purposes);
  }

  /** A code, or a path, and its words. */
  public record Choice(String code, String words, boolean chosen) {}
}
