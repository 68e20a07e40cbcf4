package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge or split that happened, by a person or by the engine.
 *
 * @param moves where each subject was before and went to
 * @param undoneBy the decision that took this one back
 */
public record Decision(
    UUID id,
    Type type,
    String actor,
    String reason,
    Instant at,
    List<Move> moves,
    @Nullable UUID undoneBy) {

  public Decision {
    moves = List.copyOf(moves);
  }

  /** What was decided. The order is stored: append only. */
  public enum Type {
    MERGE,
    SPLIT,
    UNDO,
    /** Two customers were looked at and are not one; nothing moved. */
    APART,
    /** A customer in doubt was looked at and is one; nothing moved. */
    TOGETHER
  }

  /** One subject's change of customer. */
  public record Move(SubjectId subject, CustomerId from, CustomerId to) {}
}
