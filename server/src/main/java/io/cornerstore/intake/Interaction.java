package io.cornerstore.intake;

import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of one interaction; when and through which channel stands on its {@link
 * SourceRecord}.
 *
 * @param order order or receipt number; records of one source with the same order are one purchase
 * @param refersTo the order that a return, cancellation or delivery is about
 */
@Personal
public record Interaction(
    InteractionType type,
    @Nullable String order,
    @Nullable String refersTo,
    @Nullable String store,
    @Nullable Money amount,
    @Nullable String topic,
    @Nullable String note,
    @Nullable String status,
    @Nullable String tracking,
    @Nullable Long points,
    List<OrderLine> lines) {

  public Interaction {
    lines = List.copyOf(lines);
  }

  @Override
  public String toString() {
    return "Interaction[" + type + "]";
  }
}
