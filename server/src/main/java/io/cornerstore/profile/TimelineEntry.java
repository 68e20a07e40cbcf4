package io.cornerstore.profile;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, over all its records: the lines of an order are one entry.
 *
 * @param id the first of {@code records}; identifies the entry as long as its records stay
 * @param at the earliest time among its records
 * @param amount what it was worth: paid for a purchase, given back (never negative) for a return or
 *     cancellation; absent when no record says, or when its records are in several currencies
 * @param refersTo what this return, cancellation or delivery is about
 * @param followedBy returns, cancellations and deliveries about this entry, oldest first
 * @param textMasked the purpose does not open free text and numbers: order, topic, note, status,
 *     tracking and extra are absent though they may be known
 * @param extra other columns that the mapping asked to keep, by name
 * @param records the log entries behind it, ascending
 */
@Personal
public record TimelineEntry(
    SourceRecordId id,
    InteractionType type,
    Channel channel,
    SourceSystem source,
    Basis basis,
    Instant at,
    @Nullable String order,
    @Nullable Place store,
    @Nullable Money amount,
    List<Line> lines,
    @Nullable String topic,
    @Nullable String note,
    @Nullable String status,
    @Nullable String tracking,
    @Nullable Long points,
    @Nullable Reference refersTo,
    List<Reference> followedBy,
    boolean textMasked,
    Map<String, String> extra,
    List<SourceRecordId> records) {

  public TimelineEntry {
    lines = List.copyOf(lines);
    followedBy = List.copyOf(followedBy);
    extra = Map.copyOf(extra);
    records = List.copyOf(records);
  }

  @Override
  public String toString() {
    return "TimelineEntry[" + id + "]";
  }

  /**
   * One product, or a charge such as postage.
   *
   * @param name as on the receipt, else as in the catalogue, else the code, else empty
   * @param quantity never negative: how many were bought or came back
   * @param amount of the whole line, with the sign the source gave it
   * @param back the line is goods that came back
   * @param product false for postage, fees and the like
   */
  @Personal
  public record Line(
      @Nullable String sku,
      String name,
      BigDecimal quantity,
      @Nullable Money amount,
      @Nullable String category,
      @Nullable String maker,
      boolean back,
      boolean product) {

    @Override
    public String toString() {
      return "Line[•••]";
    }
  }

  /** A store, by its id and, when the catalogue knows it, name and place. */
  public record Place(String id, @Nullable String name, @Nullable String locality) {}

  /**
   * Another entry of the same timeline.
   *
   * @param entry absent when the order it names is not among the customer's records
   * @param order absent when masked or when it has none
   */
  @Personal
  public record Reference(
      @Nullable SourceRecordId entry,
      InteractionType type,
      @Nullable String order,
      @Nullable Instant at) {

    @Override
    public String toString() {
      return "Reference[" + entry + "]";
    }
  }
}
