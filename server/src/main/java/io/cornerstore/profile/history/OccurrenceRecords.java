package io.cornerstore.profile.history;

import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.profile.history.Occurrence.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of one thing together: those of one source, type and order number; a record
 * without an order number stands alone.
 */
final class OccurrenceRecords {

  private record Key(SourceSystem source, InteractionType type, String order) {}

  private OccurrenceRecords() {}

  /** In no particular order; records that only describe the customer are passed over. */
  static List<Occurrence> group(List<OpenedRecord> current) {
    Map<Object, List<OpenedRecord>> groups = new LinkedHashMap<>();
    for (OpenedRecord opened : current) {
      Interaction interaction = opened.document().interaction();
      if (interaction == null) {
        continue;
      }
      Object key =
          interaction.order() == null
              ? opened.record().id()
              : new Key(opened.record().source(), interaction.type(), interaction.order());
      groups.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(opened);
    }
    List<Occurrence> occurrences = new ArrayList<>(groups.size());
    groups.values().forEach(group -> occurrences.add(occurrence(group)));
    return occurrences;
  }

  private static Occurrence occurrence(List<OpenedRecord> group) {
    group.sort((a, b) -> a.record().id().compareTo(b.record().id()));
    OpenedRecord first = group.getFirst();
    Interaction interaction = Objects.requireNonNull(first.document().interaction());
    List<OrderLine> lines = new ArrayList<>();
    List<SourceRecordId> records = new ArrayList<>(group.size());
    Instant at = first.record().occurredAt();
    for (OpenedRecord opened : group) {
      lines.addAll(Objects.requireNonNull(opened.document().interaction()).lines());
      records.add(opened.record().id());
      at = at.isAfter(opened.record().occurredAt()) ? opened.record().occurredAt() : at;
    }
    InteractionType type = interaction.type();
    boolean back = type == InteractionType.RETURN || type == InteractionType.CANCELLATION;
    Map<String, Long> worth = worth(group);
    if (back) {
      worth.replaceAll((_, minor) -> Math.abs(minor));
    }
    return new Occurrence(
        type,
        first.record().channel(),
        first.record().source(),
        first.record().basis(),
        at,
        interaction.order(),
        any(group, Interaction::refersTo),
        any(group, Interaction::store),
        lines,
        worth,
        texts(group),
        null,
        false,
        records);
  }

  private static Texts texts(List<OpenedRecord> group) {
    Long points = null;
    Map<String, String> extra = new HashMap<>();
    for (OpenedRecord opened : group) {
      Long some = Objects.requireNonNull(opened.document().interaction()).points();
      if (some != null) {
        points = points == null ? some : Long.valueOf(Math.addExact(points, some));
      }
      opened.document().extra().forEach(extra::putIfAbsent);
    }
    return new Texts(
        any(group, Interaction::topic),
        any(group, Interaction::note),
        any(group.reversed(), Interaction::status),
        any(group, Interaction::tracking),
        points,
        extra);
  }

  private static <T> @Nullable T any(
      List<OpenedRecord> group, Function<Interaction, @Nullable T> property) {
    for (OpenedRecord opened : group) {
      T value = property.apply(Objects.requireNonNull(opened.document().interaction()));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /*
   * The amount of a record is that of the whole interaction, so a feed with one row per line repeats
   * it: equal amounts on all records of an order are one amount, unless the lines say that they are
   * amounts of lines. Without amounts the lines add up.
   */
  private static Map<String, Long> worth(List<OpenedRecord> group) {
    Map<String, Long> ofLines = new HashMap<>();
    Map<String, Long> ofRecords = new HashMap<>();
    boolean repeated = group.size() > 1;
    Money one = Objects.requireNonNull(group.getFirst().document().interaction()).amount();
    for (OpenedRecord opened : group) {
      Interaction interaction = Objects.requireNonNull(opened.document().interaction());
      Money amount = interaction.amount();
      repeated &= amount != null && amount.equals(one) && !interaction.lines().isEmpty();
      if (amount != null) {
        add(ofRecords, amount);
      }
      for (OrderLine line : interaction.lines()) {
        Money worth = worth(line);
        if (worth != null) {
          add(ofLines, worth);
        }
      }
    }
    if (one == null || !repeated) {
      return ofRecords.isEmpty() ? ofLines : ofRecords;
    }
    long lines = ofLines.getOrDefault(one.currency(), one.minorUnits());
    long sum = ofRecords.getOrDefault(one.currency(), 0L);
    return Math.abs(sum - lines) < Math.abs(one.minorUnits() - lines)
        ? ofRecords
        : new HashMap<>(Map.of(one.currency(), one.minorUnits()));
  }

  /** What a line is worth, with its sign: its amount, else quantity times price. */
  static @Nullable Money worth(OrderLine line) {
    if (line.amount() != null) {
      return line.amount();
    }
    Money price = line.unitPrice();
    if (price == null) {
      return null;
    }
    BigDecimal amount = price.amount().multiply(line.quantity());
    return Money.of(amount, price.currency());
  }

  static void add(Map<String, Long> sums, Money money) {
    sums.merge(money.currency(), money.minorUnits(), Math::addExact);
  }
}
