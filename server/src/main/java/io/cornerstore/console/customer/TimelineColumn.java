package io.cornerstore.console.customer;

import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Page;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Words the middle column of the customer page: what happened, day by day, newest first. */
final class TimelineColumn {

  private final StatedWords stated;
  private final ZoneId zone;
  private final Wording words;

  TimelineColumn(CustomerView view, Wording words) {
    this(view, words, StatedWords.NONE);
  }

  TimelineColumn(CustomerView view, Wording words, StatedWords stated) {
    this.stated = stated;
    this.words = words;
    this.zone = view.behaviour().zone();
  }

  CustomerPage.Timeline timeline(TimelineFilter filter, Page<TimelineEntry> entries) {
    return new CustomerPage.Timeline(
        Arrays.stream(Channel.values())
            .map(one ->
                new CustomerPage.Filter(
                    one.code(), words.channel(one), filter.channels().contains(one)))
            .toList(),
        Arrays.stream(InteractionType.values())
            .filter(one -> one != InteractionType.ADJUSTMENT)
            .map(one ->
                new CustomerPage.Filter(one.code(), words.type(one), filter.types().contains(one)))
            .toList(),
        day(filter.from(), 0),
        day(filter.until(), 1),
        filter.number() == null ? "" : filter.number(),
        !filter.equals(TimelineFilter.ALL),
        days(entries.items()),
        entries.next());
  }

  private List<CustomerPage.Day> days(List<TimelineEntry> entries) {
    Map<String, List<CustomerPage.Entry>> days = new LinkedHashMap<>();
    for (TimelineEntry entry : entries) {
      days.computeIfAbsent(words.longDay(entry.at(), zone), _ -> new ArrayList<>())
          .add(entry(entry));
    }
    return days.entrySet().stream()
        .map(day -> new CustomerPage.Day(day.getKey(), day.getValue()))
        .toList();
  }

  private CustomerPage.Entry entry(TimelineEntry entry) {
    boolean minus =
        entry.type() == InteractionType.RETURN || entry.type() == InteractionType.CANCELLATION;
    return new CustomerPage.Entry(
        entry.id().toString(),
        entry.type().code(),
        CustomerWords.icon(entry.type(), entry.channel()),
        what(entry),
        where(entry),
        entry.at().atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT)
            ? null
            : words.clock(entry.at(), zone),
        entry.amount() == null
            ? null
            : (minus ? "−" : "") + words.money(Objects.requireNonNull(entry.amount())),
        minus,
        remarks(entry),
        entry.note(),
        entry.lines().stream().map(this::line).toList(),
        story(entry),
        stated.of(entry.id()));
  }

  /* What became of an order, whatever channel each part of it came through. */
  private List<CustomerPage.Step> story(TimelineEntry entry) {
    if (entry.type() != InteractionType.PURCHASE || entry.followedBy().isEmpty()) {
      return List.of();
    }
    List<CustomerPage.Step> story = new ArrayList<>();
    story.add(
        new CustomerPage.Step(
            entry.type().code(),
            words.text("timeline.ordered"),
            words.day(entry.at(), zone),
            null));
    for (TimelineEntry.Reference later : entry.followedBy()) {
      story.add(
          new CustomerPage.Step(
              later.type().code(),
              became(later.type()),
              later.at() == null ? null : words.day(Objects.requireNonNull(later.at()), zone),
              later.entry() == null ? null : later.entry().toString()));
    }
    return story;
  }

  private String became(InteractionType type) {
    return switch (type) {
      case DELIVERY, RETURN, CANCELLATION -> words.term("timeline-became", type.code());
      default -> words.type(type);
    };
  }

  private String day(@Nullable Instant at, int daysBefore) {
    return at == null ? "" : at.atZone(zone).toLocalDate().minusDays(daysBefore).toString();
  }

  private String what(TimelineEntry entry) {
    String type = words.type(entry.type());
    if (entry.topic() != null) {
      return type + ": " + topic(entry.topic());
    }
    return entry.order() == null ? type : type + " " + entry.order();
  }

  /* Codes of source systems come in capitals; words stay as they were written. */
  private String topic(String topic) {
    return topic.equals(topic.toUpperCase(Locale.ROOT)) ? words.plain(topic) : topic;
  }

  private String where(TimelineEntry entry) {
    TimelineEntry.Place store = entry.store();
    CustomerPage.Stated written = stated.of(entry.id());
    if (written != null) {
      return written.words();
    }
    if (store == null) {
      return words.channel(entry.channel()) + ", " + entry.source();
    }
    String name = store.name() == null ? words.text("timeline.store", store.id()) : store.name();
    return store.locality() == null ? name : name + ", " + store.locality();
  }

  private List<String> remarks(TimelineEntry entry) {
    List<String> remarks = new ArrayList<>();
    if (entry.status() != null) {
      remarks.add(words.text("timeline.status", entry.status()));
    }
    if (entry.points() != null) {
      remarks.add(words.text("timeline.points", entry.points()));
    }
    if (entry.tracking() != null) {
      remarks.add(words.text("timeline.parcel", entry.tracking()));
    }
    TimelineEntry.Reference about = entry.refersTo();
    if (about != null) {
      remarks.add(words.text("timeline.about", reference(about)));
    }
    new TreeMap<>(entry.extra()).forEach((name, value) -> remarks.add(name + ": " + value));
    if (entry.textMasked()) {
      remarks.add(words.text("timeline.closed"));
    }
    return remarks;
  }

  private String reference(TimelineEntry.Reference reference) {
    String what = words.typeWithin(reference.type());
    if (reference.order() != null) {
      what += " " + reference.order();
    }
    return reference.at() == null
        ? what
        : words.text(
            "timeline.of-day", what, words.day(Objects.requireNonNull(reference.at()), zone));
  }

  private CustomerPage.Line line(TimelineEntry.Line line) {
    List<String> details = new ArrayList<>();
    for (String part : new @Nullable String[] {line.sku(), line.category(), line.maker()}) {
      if (part != null) {
        details.add(part);
      }
    }
    if (line.back()) {
      details.add(words.text("timeline.came-back"));
    }
    if (!line.product()) {
      details.add(words.text("timeline.charge"));
    }
    return new CustomerPage.Line(
        line.name().isEmpty() ? words.text("timeline.not-named") : line.name(),
        String.join(" · ", details),
        words.quantity(line.quantity()),
        line.amount() == null ? "" : words.money(Objects.requireNonNull(line.amount())));
  }
}
