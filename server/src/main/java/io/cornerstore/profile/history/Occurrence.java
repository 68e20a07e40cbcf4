package io.cornerstore.profile.history;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, over all its records.
 *
 * @param worth by currency in minor units. Of a purchase with the sign of the source, of returns
 *     and cancellations what was given back, never negative. Empty when unknown
 * @param target the purchase this is about, when it is among the customer's records
 * @param calledOff a purchase of which nothing is left after its cancellations
 */
@Personal
public record Occurrence(
    InteractionType type,
    Channel channel,
    SourceSystem source,
    Basis basis,
    Instant at,
    @Nullable String order,
    @Nullable String refersTo,
    @Nullable String store,
    List<OrderLine> lines,
    Map<String, Long> worth,
    Texts texts,
    @Nullable SourceRecordId target,
    boolean calledOff,
    List<SourceRecordId> records) {

  /** Oldest first; total, since no two occurrences share a record. */
  static final Comparator<Occurrence> BY_TIME =
      Comparator.comparing(Occurrence::at).thenComparing(Occurrence::id);

  public Occurrence {
    lines = List.copyOf(lines);
    worth = Map.copyOf(worth);
    records = List.copyOf(records);
  }

  /** The first of its records. */
  public SourceRecordId id() {
    return records.getFirst();
  }

  /** Whether goods or money came back. */
  public boolean back() {
    return type == InteractionType.RETURN || type == InteractionType.CANCELLATION;
  }

  Occurrence linkedTo(SourceRecordId purchase) {
    return with(lines, worth, purchase, calledOff);
  }

  Occurrence taking(List<OrderLine> restLines, Map<String, Long> restWorth) {
    return with(restLines, restWorth, target, calledOff);
  }

  Occurrence asCalledOff() {
    return with(lines, worth, target, true);
  }

  private Occurrence with(
      List<OrderLine> newLines,
      Map<String, Long> newWorth,
      @Nullable SourceRecordId newTarget,
      boolean off) {
    return new Occurrence(
        type, channel, source, basis, at, order, refersTo, store, newLines, newWorth, texts,
        newTarget, off, records);
  }

  @Override
  public String toString() {
    return "Occurrence[" + id() + "]";
  }

  /** What was written about it. */
  @Personal
  record Texts(
      @Nullable String topic,
      @Nullable String note,
      @Nullable String status,
      @Nullable String tracking,
      @Nullable Long points,
      Map<String, String> extra) {

    Texts {
      extra = Map.copyOf(extra);
    }

    @Override
    public String toString() {
      return "Texts[•••]";
    }
  }
}
