package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;

/**
 * Who shares a home. Each is a customer of their own: nothing here joins their histories.
 *
 * @param reasons what they share, in words
 */
@Personal
public record HouseholdPage(
    PageFrame frame, String customer, String name, List<SearchPage.Hit> members, String reasons) {

  public HouseholdPage {
    members = List.copyOf(members);
  }

  @Override
  public String toString() {
    return "HouseholdPage[" + customer + "]";
  }
}
