package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the other half of a merge may be.
 *
 * @param id of the customer that is merged
 * @param asked what was searched for; goes back into the box, never into the address
 * @param heading how many were found; absent before anything was searched for
 * @param before where a choice leads, up to the id of the other
 */
@Personal
public record MergePartnerPage(
    PageFrame frame,
    String id,
    String name,
    String asked,
    @Nullable String heading,
    String before,
    boolean ready,
    List<SearchPage.Hit> found,
    List<SearchPage.Hit> pinned,
    List<SearchPage.Hit> recent) {

  public MergePartnerPage {
    found = List.copyOf(found);
    pinned = List.copyOf(pinned);
    recent = List.copyOf(recent);
  }

  @Override
  public String toString() {
    return "MergePartnerPage[" + id + "]";
  }
}
