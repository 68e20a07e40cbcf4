package io.cornerstore.profile.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.audit.RecordedEntry;
import io.cornerstore.identity.Decision;
import io.cornerstore.profile.GoldenChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was decided about a customer and how its golden record changed, newest first. */
public record HistoryJson(List<DecisionJson> decisions, List<ChangeJson> changes) {

  /** As the faces give it. */
  public static HistoryJson of(List<Decision> decisions, List<GoldenChange> changes) {
    return new HistoryJson(
        decisions.stream().map(DecisionJson::of).toList(),
        changes.stream()
            .map(one ->
                new ChangeJson(one.version(), one.at(), GoldenFieldJson.tokens(one.fields())))
            .toList());
  }

  /** Fields whose winner changed. */
  public record ChangeJson(long version, Instant at, List<String> fields) {}

  /** A merge, split or undo. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DecisionJson(
      UUID id,
      String type,
      String actor,
      String reason,
      Instant at,
      List<MoveJson> moves,
      @Nullable UUID undoneBy) {

    static DecisionJson of(Decision decision) {
      return new DecisionJson(
          decision.id(),
          decision.type().name().toLowerCase(Locale.ROOT),
          decision.actor(),
          decision.reason(),
          decision.at(),
          MoveJson.of(decision.moves()),
          decision.undoneBy());
    }
  }

  /** One subject's change of customer. */
  public record MoveJson(UUID subject, UUID from, UUID to) {

    static List<MoveJson> of(List<Decision.Move> moves) {
      return moves.stream()
          .map(move -> new MoveJson(move.subject().value(), move.from().value(), move.to().value()))
          .toList();
    }
  }

  /** What a decision did: ids only, so that it can be kept for repeated requests. */
  public record OutcomeJson(UUID decision, String type, Instant at, List<MoveJson> moves) {

    /** Of a decision just carried out. */
    public static OutcomeJson of(Decision decision) {
      return new OutcomeJson(
          decision.id(),
          decision.type().name().toLowerCase(Locale.ROOT),
          decision.at(),
          MoveJson.of(decision.moves()));
    }
  }

  /** A row of the access log. */
  public record AccessJson(
      long number, Instant at, String actor, String purpose, String action, List<String> fields) {

    /** As the audit trail has it. */
    public static AccessJson of(RecordedEntry row) {
      return new AccessJson(
          row.number(),
          row.at(),
          row.entry().actor(),
          row.entry().purpose(),
          row.entry().action(),
          row.entry().fields());
    }
  }
}
