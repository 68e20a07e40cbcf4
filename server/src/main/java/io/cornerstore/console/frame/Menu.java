package io.cornerstore.console.frame;

import io.cornerstore.access.Role;
import io.cornerstore.console.view.PageFrame.Choice;
import io.cornerstore.console.view.Wording;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The pages in the head of every page, and to whom they are open.
 *
 * @param current what the pages below this entry call themselves in their frame
 * @param roles one of which is needed
 */
record Menu(String path, String current, String key, Set<Role> roles) {

  private static final List<Menu> ALL =
      List.of(
          new Menu("/", "home", "menu.customers", EnumSet.allOf(Role.class)),
          new Menu(
              "/segments",
              "segments",
              "menu.segments",
              EnumSet.of(Role.SERVICE, Role.STEWARD, Role.MARKETER, Role.PRIVACY_OFFICER)),
          new Menu("/review", "review", "menu.review", EnumSet.of(Role.STEWARD)),
          new Menu("/model", "model", "menu.model", EnumSet.of(Role.STEWARD)),
          new Menu("/feeds", "feeds", "menu.feeds", EnumSet.of(Role.ENGINEER, Role.ADMINISTRATOR)),
          new Menu("/staff", "staff", "menu.staff", EnumSet.of(Role.ADMINISTRATOR)));

  static List<Choice> of(Set<Role> held, String current, Wording words) {
    return ALL.stream()
        .filter(one -> !Collections.disjoint(one.roles, held))
        .map(one -> new Choice(one.path, words.text(one.key), one.current.equals(current)))
        .toList();
  }
}
