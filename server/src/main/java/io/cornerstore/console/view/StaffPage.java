package io.cornerstore.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of staff, as administrators see them.
 *
 * @param notice what just happened, if anything did
 * @param link of who was just invited or reset; shown only now
 * @param roles every role, to choose from for a new account
 * @param acts who changed what about accounts lately, newest first
 */
public record StaffPage(
    PageFrame frame,
    @Nullable Notice notice,
    @Nullable Link link,
    List<Account> accounts,
    List<RoleChoice> roles,
    List<Act> acts) {

  public StaffPage {
    accounts = List.copyOf(accounts);
    roles = List.copyOf(roles);
    acts = List.copyOf(acts);
  }

  /** A sentence, and how it looks: {@code good} or {@code bad}. */
  public record Notice(String style, String text) {}

  /** A one-time link and whose it is. */
  public record Link(String name, String address, String until) {}

  /** One account. */
  public record Account(
      String id,
      String name,
      String display,
      boolean locked,
      boolean self,
      String since,
      List<RoleChoice> roles) {

    public Account {
      roles = List.copyOf(roles);
    }
  }

  /** A role, and whether the account has it. */
  public record RoleChoice(String code, String words, boolean held) {}

  /** One line of the trail. */
  public record Act(String when, String who, String what, String whom) {}
}
