package io.cornerstore.intake.log;

import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.log.LogEntry.Asked;
import io.cornerstore.intake.log.LogEntry.Item;
import io.cornerstore.intake.log.LogEntry.Origin;
import io.cornerstore.intake.log.LogEntry.Token;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes entries of documents: what files and calls have in common. */
public final class EntryBuilder {

  private EntryBuilder() {}

  /** A document and whose it is. */
  @Personal
  public record Draft(
      @Nullable UUID message,
      SubjectId subject,
      SubjectKind kind,
      @Nullable Item item,
      Instant occurredAt,
      Instant receivedAt,
      SourceDocument document,
      List<Asked> asked,
      RowContent.@Nullable Fields received) {
    @Override
    public String toString() {
      return "Draft[" + subject + "]";
    }
  }

  /** The entry of a document. */
  public static LogEntry entry(Draft draft, Origin origin, BlindTokens tokens) {
    SourceDocument document = draft.document();
    Interaction interaction = document.interaction();
    return new LogEntry(
        draft.message(),
        origin,
        draft.subject(),
        draft.kind(),
        draft.item(),
        fields(document.values()),
        interaction == null ? null : interaction.type(),
        draft.occurredAt(),
        draft.receivedAt(),
        document,
        tokens(document, tokens),
        draft.asked(),
        draft.received());
  }

  /** Whether these values name or reach somebody. */
  public static boolean identifies(List<PersonalValue> values) {
    for (PersonalValue value : values) {
      boolean identifying =
          switch (value.field()) {
            case NAME,
                GIVEN_NAME,
                FAMILY_NAME,
                ORGANIZATION,
                EMAIL,
                PHONE,
                LOYALTY_CARD,
                EXTERNAL_ID ->
                true;
            default -> false;
          };
      if (identifying && value.quality() != Quality.DOUBTFUL) {
        return true;
      }
    }
    return false;
  }

  private static FieldSet fields(List<PersonalValue> values) {
    int bits = 0;
    for (PersonalValue value : values) {
      if (value.quality() != Quality.DOUBTFUL) {
        bits |= 1 << value.field().ordinal();
      }
    }
    return new FieldSet(bits);
  }

  /** What a document can be found by. */
  static List<Token> tokens(SourceDocument document, BlindTokens tokens) {
    List<Token> found = new ArrayList<>(4);
    for (PersonalValue value : document.values()) {
      tokens.of(value).ifPresent(found::add);
    }
    Interaction interaction = document.interaction();
    if (interaction != null) {
      if (interaction.order() != null) {
        found.add(tokens.token(LookupField.ORDER, interaction.order()));
      }
      if (interaction.refersTo() != null) {
        found.add(tokens.token(LookupField.ORDER, interaction.refersTo()));
      }
    }
    return found;
  }
}
