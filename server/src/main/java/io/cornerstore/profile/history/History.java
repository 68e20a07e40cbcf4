package io.cornerstore.profile.history;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that happened between a customer and the business, oldest first, with returns, cancellations
 * and deliveries linked to the purchase they are about. Immutable.
 */
@Personal
public final class History {

  /*
   * Linking: an order number that is referred to means the purchase of the same source, else the
   * only purchase of any source with that number; a return or cancellation that refers to nothing
   * but has the order number of a purchase of its own source is about that one; a delivery may have
   * the order number of any source.
   *
   * A cancellation that says neither amount nor lines calls off what is left of its order: what the
   * other returns and cancellations have not taken, whichever was written first. That makes the sums
   * independent of the order of the records.
   */

  private final List<Occurrence> occurrences;
  private final Map<SourceRecordId, Occurrence> byId = new HashMap<>();
  private final Map<SourceRecordId, List<Occurrence>> followers = new HashMap<>();

  private History(List<Occurrence> linked) {
    occurrences = List.copyOf(linked);
    for (Occurrence occurrence : occurrences) {
      byId.put(occurrence.id(), occurrence);
      if (occurrence.target() != null) {
        followers.computeIfAbsent(occurrence.target(), _ -> new ArrayList<>(1)).add(occurrence);
      }
    }
  }

  /** The history told by these records, which must be current ones. */
  public static History of(List<OpenedRecord> current) {
    List<Occurrence> grouped = OccurrenceRecords.group(current);
    grouped.sort(Occurrence.BY_TIME);
    History linked = new History(link(grouped));
    return new History(linked.settle());
  }

  /** Everything, oldest first. */
  public List<Occurrence> occurrences() {
    return occurrences;
  }

  /** What happened to this purchase afterwards, oldest first. */
  List<Occurrence> followers(Occurrence purchase) {
    return followers.getOrDefault(purchase.id(), List.of());
  }

  /** The purchase it is about, when it is known. */
  @Nullable Occurrence target(Occurrence of) {
    return of.target() == null ? null : byId.get(of.target());
  }

  private static List<Occurrence> link(List<Occurrence> grouped) {
    Map<SourceSystem, Map<String, Occurrence>> bySource = new HashMap<>();
    Map<String, List<Occurrence>> byOrder = new HashMap<>();
    for (Occurrence occurrence : grouped) {
      String order = occurrence.order();
      if (occurrence.type() == InteractionType.PURCHASE && order != null) {
        bySource.computeIfAbsent(occurrence.source(), _ -> new HashMap<>()).put(order, occurrence);
        byOrder.computeIfAbsent(order, _ -> new ArrayList<>(1)).add(occurrence);
      }
    }
    List<Occurrence> linked = new ArrayList<>(grouped.size());
    for (Occurrence occurrence : grouped) {
      String order = occurrence.refersTo();
      if (order == null && (occurrence.back() || occurrence.type() == InteractionType.DELIVERY)) {
        order = occurrence.order();
      }
      if (order == null || occurrence.type() == InteractionType.PURCHASE) {
        linked.add(occurrence);
        continue;
      }
      Occurrence target = bySource.getOrDefault(occurrence.source(), Map.of()).get(order);
      List<Occurrence> anywhere = byOrder.getOrDefault(order, List.of());
      boolean names =
          occurrence.refersTo() != null || occurrence.type() == InteractionType.DELIVERY;
      if (target == null && names && anywhere.size() == 1) {
        target = anywhere.getFirst();
      }
      linked.add(target == null ? occurrence : occurrence.linkedTo(target.id()));
    }
    return linked;
  }

  /** Gives bare cancellations what is left of their orders, and marks orders called off. */
  private List<Occurrence> settle() {
    Map<SourceRecordId, Occurrence> changed = new HashMap<>();
    followers.forEach((id, about) -> {
      if (about.stream().anyMatch(o -> o.type() == InteractionType.CANCELLATION)) {
        Occurrence purchase = byId.get(id);
        if (purchase != null) {
          settle(purchase, about, changed);
        }
      }
    });
    return occurrences.stream().map(o -> changed.getOrDefault(o.id(), o)).toList();
  }

  private static void settle(
      Occurrence purchase, List<Occurrence> about, Map<SourceRecordId, Occurrence> changed) {
    Map<String, Long> rest = new HashMap<>(purchase.worth());
    Map<String, BigDecimal> backQuantities = new HashMap<>();
    Occurrence bare = null;
    for (Occurrence one : about) {
      if (one.type() == InteractionType.CANCELLATION
          && one.worth().isEmpty()
          && one.lines().isEmpty()) {
        bare = bare == null ? one : bare;
      } else if (one.back()) {
        one.worth().forEach((currency, minor) -> rest.merge(currency, -minor, Math::addExact));
        one.lines()
            .forEach(
                line -> backQuantities.merge(key(line), line.quantity().abs(), BigDecimal::add));
      }
    }
    rest.values().removeIf(minor -> minor <= 0);
    if (bare != null) {
      changed.put(bare.id(), bare.taking(restLines(purchase, backQuantities), rest));
    }
    boolean everyWorthGone = !purchase.worth().isEmpty() && rest.isEmpty();
    if (bare != null || everyWorthGone) {
      changed.put(purchase.id(), purchase.asCalledOff());
    }
  }

  private static List<OrderLine> restLines(
      Occurrence purchase, Map<String, BigDecimal> backQuantities) {
    List<OrderLine> rest = new ArrayList<>();
    for (OrderLine line : purchase.lines()) {
      BigDecimal gone =
          backQuantities.getOrDefault(key(line), BigDecimal.ZERO).min(line.quantity());
      if (line.quantity().signum() <= 0) {
        continue;
      }
      if (gone.signum() <= 0) {
        rest.add(line);
        continue;
      }
      backQuantities.merge(key(line), gone.negate(), BigDecimal::add);
      BigDecimal left = line.quantity().subtract(gone);
      if (left.signum() > 0) {
        rest.add(part(line, left));
      }
    }
    return rest;
  }

  private static OrderLine part(OrderLine line, BigDecimal quantity) {
    Money whole = OccurrenceRecords.worth(line);
    Money amount =
        whole == null
            ? null
            : Money.of(
                whole.amount().multiply(quantity).divide(line.quantity(), MathContext.DECIMAL64),
                whole.currency());
    return new OrderLine(
        line.sku(),
        line.name(),
        quantity,
        line.unitPrice(),
        amount,
        line.category(),
        line.maker(),
        line.product());
  }

  private static String key(OrderLine line) {
    String key = line.sku() != null ? line.sku() : line.name();
    return key == null ? "" : key.toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "History[" + occurrences.size() + "]";
  }
}
