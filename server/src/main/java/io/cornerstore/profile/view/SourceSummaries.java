package io.cornerstore.profile.view;

import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.CustomerView.ExtraValue;
import io.cornerstore.profile.SourceSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What each source knows. */
final class SourceSummaries {

  private static final class Tally {
    private final SourceRecord first;
    private final Set<Channel> channels = EnumSet.noneOf(Channel.class);
    private final Set<SubjectId> subjects = new HashSet<>();
    private int records;
    private int interactions;
    private int fields;
    private Instant earliest;
    private Instant latest;

    private Tally(SourceRecord first) {
      this.first = first;
      this.earliest = first.occurredAt();
      this.latest = first.occurredAt();
    }

    private void add(SourceRecord record) {
      channels.add(record.channel());
      subjects.add(record.subject());
      records++;
      interactions += record.type() == null ? 0 : 1;
      fields |= record.fields().bits();
      Instant at = record.occurredAt();
      earliest = at.isBefore(earliest) ? at : earliest;
      latest = at.isAfter(latest) ? at : latest;
    }

    private SourceSummary summary() {
      return new SourceSummary(
          first.source(),
          first.party(),
          List.copyOf(channels),
          subjects.size(),
          records,
          interactions,
          earliest,
          latest,
          new FieldSet(fields));
    }
  }

  private record Whose(SourceSystem source, Party party) {}

  private SourceSummaries() {}

  /** The source with the newest record first. */
  static List<SourceSummary> of(List<OpenedRecord> current) {
    Map<Whose, Tally> tallies = new LinkedHashMap<>();
    for (OpenedRecord opened : current) {
      SourceRecord record = opened.record();
      tallies
          .computeIfAbsent(new Whose(record.source(), record.party()), _ -> new Tally(record))
          .add(record);
    }
    return tallies.values().stream()
        .map(Tally::summary)
        .sorted(
            Comparator.comparing(SourceSummary::last)
                .reversed()
                .thenComparing(summary -> summary.source().code())
                .thenComparing(SourceSummary::party))
        .toList();
  }

  /** Extra columns of records that describe, the newest of each source and name; by name. */
  static List<ExtraValue> extras(List<OpenedRecord> current, Mask mask) {
    record Column(String name, String source) implements Comparable<Column> {
      @Override
      public int compareTo(Column other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : source.compareTo(other.source);
      }
    }
    Map<Column, OpenedRecord> newest = new TreeMap<>();
    for (OpenedRecord opened : current) {
      if (opened.document().interaction() == null) {
        for (String name : opened.document().extra().keySet()) {
          newest.merge(
              new Column(name, opened.record().source().code()), opened, SourceSummaries::later);
        }
      }
    }
    List<ExtraValue> extras = new ArrayList<>();
    newest.forEach((column, opened) -> {
      String value = opened.document().extra().getOrDefault(column.name(), "");
      extras.add(
          new ExtraValue(
              column.name(), mask.showText(value), GoldenFields.provenance(opened.record())));
    });
    return extras;
  }

  private static OpenedRecord later(OpenedRecord a, OpenedRecord b) {
    int byTime = a.record().occurredAt().compareTo(b.record().occurredAt());
    int order = byTime != 0 ? byTime : a.record().id().compareTo(b.record().id());
    return order >= 0 ? a : b;
  }
}
