package io.cornerstore.profile.history;

import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.Behaviour.Favourite;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what was kept, by a name compared without case. Used by one thread. */
final class Favourites {

  /** More than anybody looks at. */
  private static final int MOST = 50;

  private static final class Tally {
    private final String name;
    private BigDecimal quantity = BigDecimal.ZERO;
    private final Map<String, Long> spent = new TreeMap<>();
    private int orders;
    private @Nullable SourceRecordId lastOrder;

    private Tally(String name) {
      this.name = name;
    }
  }

  private final Map<String, Tally> tallies = new HashMap<>();

  void add(@Nullable String name, OrderLine line, Occurrence occurrence) {
    if (name == null) {
      return;
    }
    Tally tally = tallies.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new Tally(name));
    BigDecimal quantity = occurrence.back() ? line.quantity().abs().negate() : line.quantity();
    tally.quantity = tally.quantity.add(quantity);
    if (quantity.signum() > 0 && !occurrence.id().equals(tally.lastOrder)) {
      tally.orders++;
      tally.lastOrder = occurrence.id();
    }
    Money worth = OccurrenceRecords.worth(line);
    if (worth != null) {
      long minor = occurrence.back() ? -Math.abs(worth.minorUnits()) : worth.minorUnits();
      tally.spent.merge(worth.currency(), minor, Math::addExact);
    }
  }

  List<Favourite> result() {
    return tallies.values().stream()
        .filter(tally -> tally.quantity.signum() > 0)
        .sorted(
            Comparator.comparing((Tally tally) -> tally.quantity)
                .thenComparingInt(tally -> tally.orders)
                .reversed()
                .thenComparing(tally -> tally.name))
        .limit(MOST)
        .map(tally ->
            new Favourite(
                tally.name,
                plain(tally.quantity),
                tally.orders,
                tally.spent.entrySet().stream()
                    .map(entry -> new Money(entry.getValue(), entry.getKey()))
                    .toList()))
        .toList();
  }

  /** Without trailing zeros, but never as 1E+2. */
  private static BigDecimal plain(BigDecimal quantity) {
    BigDecimal stripped = quantity.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
