package io.cornerstore.console;

import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Page;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private final CustomerView view;
  private final ZoneId zone;

  TimelineColumn(CustomerView view) {
    this.view = view;
    this.zone = view.behaviour().zone();
  }

  CustomerPage.Timeline timeline(TimelineFilter filter, Page<TimelineEntry> entries) {
    return new CustomerPage.Timeline(
        Arrays.stream(Channel.values())
            .map(one ->
                new CustomerPage.Filter(
                    one.code(), Wording.channel(one), filter.channels().contains(one)))
            .toList(),
        Arrays.stream(InteractionType.values())
            .filter(one -> one != InteractionType.ADJUSTMENT)
            .map(one ->
                new CustomerPage.Filter(
                    one.code(), Wording.type(one), filter.types().contains(one)))
            .toList(),
        !filter.equals(TimelineFilter.ALL),
        days(entries.items()),
        next(filter, entries.next()));
  }

  private List<CustomerPage.Day> days(List<TimelineEntry> entries) {
    Map<String, List<CustomerPage.Entry>> days = new LinkedHashMap<>();
    for (TimelineEntry entry : entries) {
      days.computeIfAbsent(Wording.longDay(entry.at(), zone), _ -> new ArrayList<>())
          .add(entry(entry));
    }
    return days.entrySet().stream()
        .map(day -> new CustomerPage.Day(day.getKey(), day.getValue()))
        .toList();
  }

  private CustomerPage.Entry entry(TimelineEntry entry) {
    boolean minus =
        entry.type() == InteractionType.RETURN || entry.type() == InteractionType.CANCELLATION;
    String clock = CLOCK.format(entry.at().atZone(zone));
    return new CustomerPage.Entry(
        entry.type().code(),
        CustomerWords.icon(entry.type(), entry.channel()),
        what(entry),
        where(entry),
        clock.equals("0:00") ? null : clock,
        entry.amount() == null
            ? null
            : (minus ? "−" : "") + Wording.money(Objects.requireNonNull(entry.amount())),
        minus,
        remarks(entry),
        entry.note(),
        entry.lines().stream().map(TimelineColumn::line).toList());
  }

  private static String what(TimelineEntry entry) {
    String type = Wording.type(entry.type());
    if (entry.topic() != null) {
      return type + ": " + topic(entry.topic());
    }
    return entry.order() == null ? type : type + " " + entry.order();
  }

  /* Codes of source systems come in capitals; words stay as they were written. */
  private static String topic(String topic) {
    return topic.equals(topic.toUpperCase(Locale.ROOT)) ? Wording.level(topic) : topic;
  }

  private static String where(TimelineEntry entry) {
    TimelineEntry.Place store = entry.store();
    if (store == null) {
      return Wording.channel(entry.channel()) + ", " + entry.source();
    }
    String name = store.name() == null ? "store " + store.id() : store.name();
    return store.locality() == null ? name : name + ", " + store.locality();
  }

  private List<String> remarks(TimelineEntry entry) {
    List<String> remarks = new ArrayList<>();
    if (entry.status() != null) {
      remarks.add("Status: " + entry.status());
    }
    if (entry.points() != null) {
      remarks.add(Wording.count(entry.points(), "point", "points"));
    }
    if (entry.tracking() != null) {
      remarks.add("Parcel " + entry.tracking());
    }
    TimelineEntry.Reference about = entry.refersTo();
    if (about != null) {
      remarks.add("About " + reference(about));
    }
    entry.followedBy().forEach(later -> remarks.add("Followed by " + reference(later)));
    new TreeMap<>(entry.extra()).forEach((name, value) -> remarks.add(name + ": " + value));
    if (entry.textMasked()) {
      remarks.add("Numbers and texts are closed for this purpose.");
    }
    return remarks;
  }

  private String reference(TimelineEntry.Reference reference) {
    String words = Wording.type(reference.type()).toLowerCase(Locale.UK);
    if (reference.order() != null) {
      words += " " + reference.order();
    }
    return reference.at() == null
        ? words
        : words + " of " + Wording.day(Objects.requireNonNull(reference.at()), zone);
  }

  private static CustomerPage.Line line(TimelineEntry.Line line) {
    List<String> details = new ArrayList<>();
    for (String part : new @Nullable String[] {line.sku(), line.category(), line.maker()}) {
      if (part != null) {
        details.add(part);
      }
    }
    if (line.back()) {
      details.add("came back");
    }
    if (!line.product()) {
      details.add("charge");
    }
    return new CustomerPage.Line(
        line.name().isEmpty() ? "Not named" : line.name(),
        String.join(" · ", details),
        Wording.quantity(line.quantity()),
        line.amount() == null ? "" : Wording.money(Objects.requireNonNull(line.amount())));
  }

  private @Nullable String next(TimelineFilter filter, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    StringBuilder address =
        new StringBuilder("/customers/").append(view.id()).append("?cursor=").append(cursor);
    filter.channels().forEach(channel -> address.append("&channel=").append(channel.code()));
    filter.types().forEach(type -> address.append("&type=").append(type.code()));
    return address.toString();
  }
}
