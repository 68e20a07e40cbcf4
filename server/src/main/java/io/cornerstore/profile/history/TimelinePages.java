package io.cornerstore.profile.history;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.Store;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.Page;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineEntry.Line;
import io.cornerstore.profile.TimelineEntry.Place;
import io.cornerstore.profile.TimelineEntry.Reference;
import io.cornerstore.profile.TimelineFilter;
import io.cornerstore.profile.view.Mask;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a history into pages, newest first. A page goes on strictly after the last entry of the page
 * before, so entries that arrive meanwhile neither repeat nor hide others.
 */
public final class TimelinePages {

  private final History history;
  private final Goods goods;
  private final Mask mask;

  /** Of one history, as a mask shows it. */
  public TimelinePages(History history, Goods goods, Mask mask) {
    this.history = history;
    this.goods = goods;
    this.mask = mask;
  }

  /** The first {@code limit} entries that the filter accepts after the cursor. */
  public Page<TimelineEntry> page(TimelineFilter filter, @Nullable Cursor after, int limit) {
    List<TimelineEntry> entries = new ArrayList<>(Math.min(limit, 64));
    Occurrence last = null;
    for (Occurrence occurrence : history.occurrences().reversed()) {
      boolean wanted =
          filter.accepts(occurrence.channel(), occurrence.type(), occurrence.at())
              && hasNumber(occurrence, filter)
              && (after == null || after.precedes(occurrence.at(), occurrence.id()));
      if (!wanted) {
        continue;
      }
      if (entries.size() == limit && last != null) {
        return new Page<>(entries, new Cursor(last.at(), last.id()).text());
      }
      entries.add(entry(occurrence));
      last = occurrence;
    }
    return new Page<>(entries, null);
  }

  private boolean hasNumber(Occurrence occurrence, TimelineFilter filter) {
    if (filter.number() == null) {
      return true;
    }
    Occurrence target = history.target(occurrence);
    return mask.opensText()
        && (filter.acceptsNumber(occurrence.order())
            || filter.acceptsNumber(occurrence.refersTo())
            || filter.acceptsNumber(occurrence.texts().tracking())
            || (target != null && filter.acceptsNumber(target.order())));
  }

  private TimelineEntry entry(Occurrence occurrence) {
    boolean open = mask.opensText();
    Occurrence.Texts texts = occurrence.texts();
    return new TimelineEntry(
        occurrence.id(),
        occurrence.type(),
        occurrence.channel(),
        occurrence.source(),
        occurrence.basis(),
        occurrence.at(),
        open ? occurrence.order() : null,
        place(occurrence.store()),
        amount(occurrence.worth()),
        occurrence.lines().stream().map(line -> line(occurrence, line)).toList(),
        open ? texts.topic() : null,
        open ? texts.note() : null,
        open ? texts.status() : null,
        open ? texts.tracking() : null,
        texts.points(),
        refersTo(occurrence),
        history.followers(occurrence).stream().map(this::reference).toList(),
        !open,
        open ? texts.extra() : Map.of(),
        occurrence.records());
  }

  private @Nullable Reference refersTo(Occurrence occurrence) {
    Occurrence target = history.target(occurrence);
    if (target != null) {
      return reference(target);
    }
    if (occurrence.refersTo() == null) {
      return null;
    }
    return new Reference(
        null, InteractionType.PURCHASE, mask.opensText() ? occurrence.refersTo() : null, null);
  }

  private Reference reference(Occurrence to) {
    return new Reference(to.id(), to.type(), mask.opensText() ? to.order() : null, to.at());
  }

  private @Nullable Place place(@Nullable String id) {
    if (id == null) {
      return null;
    }
    Store store = goods.stores().get(id);
    return store == null
        ? new Place(id, null, null)
        : new Place(id, store.name(), store.locality());
  }

  private static @Nullable Money amount(Map<String, Long> worth) {
    if (worth.size() != 1) {
      return null;
    }
    Map.Entry<String, Long> only = worth.entrySet().iterator().next();
    return new Money(only.getValue(), only.getKey());
  }

  private Line line(Occurrence occurrence, OrderLine line) {
    BigDecimal quantity = line.quantity();
    return new Line(
        line.sku(),
        goods.name(line),
        quantity.abs(),
        OccurrenceRecords.worth(line),
        goods.category(line),
        goods.maker(line),
        occurrence.back() || quantity.signum() < 0,
        line.product());
  }
}
