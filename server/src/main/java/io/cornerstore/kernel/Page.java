package io.cornerstore.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some items of a longer list, and the cursor of the next page (absent on the last). */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }
}
