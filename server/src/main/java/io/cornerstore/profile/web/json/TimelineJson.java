package io.cornerstore.profile.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of the timeline; {@code next} is absent on the last. */
@Personal
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineJson(List<EntryJson> items, @Nullable String next) {

  /** As the face gives it. */
  public static TimelineJson of(Page<TimelineEntry> page) {
    return new TimelineJson(page.items().stream().map(EntryJson::of).toList(), page.next());
  }

  @Override
  public String toString() {
    return "TimelineJson[" + items.size() + "]";
  }

  /** One thing that happened. */
  @Personal
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EntryJson(
      long id,
      String type,
      String channel,
      String source,
      String basis,
      Instant at,
      @Nullable String order,
      @Nullable StoreJson store,
      @Nullable MoneyJson amount,
      List<LineJson> lines,
      @Nullable String topic,
      @Nullable String note,
      @Nullable String status,
      @Nullable String tracking,
      @Nullable Long points,
      @Nullable ReferenceJson refersTo,
      List<ReferenceJson> followedBy,
      boolean textMasked,
      Map<String, String> extra,
      List<Long> records) {

    static EntryJson of(TimelineEntry entry) {
      return new EntryJson(
          entry.id().value(),
          entry.type().code(),
          entry.channel().code(),
          entry.source().code(),
          entry.basis().code(),
          entry.at(),
          entry.order(),
          StoreJson.of(entry.store()),
          MoneyJson.ofNullable(entry.amount()),
          entry.lines().stream().map(LineJson::of).toList(),
          entry.topic(),
          entry.note(),
          entry.status(),
          entry.tracking(),
          entry.points(),
          entry.refersTo() == null ? null : ReferenceJson.of(entry.refersTo()),
          entry.followedBy().stream().map(ReferenceJson::of).toList(),
          entry.textMasked(),
          entry.extra(),
          entry.records().stream().map(SourceRecordId::value).toList());
    }

    @Override
    public String toString() {
      return "EntryJson[" + id + "]";
    }
  }

  /** A store. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StoreJson(String id, @Nullable String name, @Nullable String locality) {

    static @Nullable StoreJson of(TimelineEntry.@Nullable Place place) {
      return place == null ? null : new StoreJson(place.id(), place.name(), place.locality());
    }
  }

  /** A line of a receipt. */
  @Personal
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineJson(
      @Nullable String sku,
      String name,
      String quantity,
      @Nullable MoneyJson amount,
      @Nullable String category,
      @Nullable String maker,
      boolean back,
      boolean product) {

    static LineJson of(TimelineEntry.Line line) {
      return new LineJson(
          line.sku(),
          line.name(),
          line.quantity().toPlainString(),
          MoneyJson.ofNullable(line.amount()),
          line.category(),
          line.maker(),
          line.back(),
          line.product());
    }

    @Override
    public String toString() {
      return "LineJson[•••]";
    }
  }

  /** Another entry of the same timeline. */
  @Personal
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReferenceJson(
      @Nullable Long entry, String type, @Nullable String order, @Nullable Instant at) {

    static ReferenceJson of(TimelineEntry.Reference reference) {
      return new ReferenceJson(
          reference.entry() == null ? null : reference.entry().value(),
          reference.type().code(),
          reference.order(),
          reference.at());
    }

    @Override
    public String toString() {
      return "ReferenceJson[" + entry + "]";
    }
  }
}
