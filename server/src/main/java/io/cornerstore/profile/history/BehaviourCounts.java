package io.cornerstore.profile.history;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.profile.Behaviour;
import io.cornerstore.profile.Behaviour.ChannelCount;
import io.cornerstore.profile.Behaviour.CurrencyTotal;
import io.cornerstore.profile.Behaviour.PunchCard;
import io.cornerstore.profile.Behaviour.RecencyFrequencyValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts a history in one pass. Used by one thread, once. */
public final class BehaviourCounts {

  private record MonthChannel(YearMonth month, Channel channel) {}

  private static final class Sums {
    private long spent;
    private long returned;
    private int purchases;
  }

  private final Zones.Found zone;
  private final Goods goods;
  private final Map<String, Sums> totals = new HashMap<>();
  private final Map<MonthChannel, Integer> channels = new HashMap<>();
  private final int[] week = new int[168];
  private final Set<LocalDate> days = new HashSet<>();
  private final Favourites categories = new Favourites();
  private final Favourites makers = new Favourites();
  private int purchases;
  private int returns;
  private int cancellations;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private @Nullable Instant lastPurchase;

  private BehaviourCounts(Zones.Found zone, Goods goods) {
    this.zone = zone;
    this.goods = goods;
  }

  /** What the history amounts to, seen at {@code now}. */
  public static Behaviour of(History history, Goods goods, Zones.Found zone, Instant now) {
    BehaviourCounts counts = new BehaviourCounts(zone, goods);
    history.occurrences().forEach(counts::add);
    return counts.result(now);
  }

  private void add(Occurrence occurrence) {
    if (!occurrence.type().isAct()) {
      return;
    }
    ZonedDateTime local = occurrence.at().atZone(zone.zone());
    first = first == null ? occurrence.at() : first;
    last = occurrence.at();
    channels.merge(new MonthChannel(YearMonth.from(local), occurrence.channel()), 1, Integer::sum);
    if (occurrence.type() == InteractionType.PURCHASE) {
      addPurchase(occurrence, local);
    } else if (occurrence.back()) {
      returns += occurrence.type() == InteractionType.RETURN ? 1 : 0;
      cancellations += occurrence.type() == InteractionType.CANCELLATION ? 1 : 0;
      occurrence.worth().forEach((currency, minor) -> sums(currency).returned += Math.abs(minor));
      addLines(occurrence);
    }
  }

  private void addPurchase(Occurrence purchase, ZonedDateTime local) {
    purchases++;
    purchase
        .worth()
        .forEach((currency, minor) -> {
          Sums sums = sums(currency);
          sums.purchases++;
          // A receipt whose balance is in the customer's favour is money given back.
          sums.spent += Math.max(minor, 0);
          sums.returned += Math.max(-minor, 0);
        });
    addLines(purchase);
    if (!purchase.calledOff()) {
      lastPurchase = purchase.at();
      days.add(local.toLocalDate());
      week[(local.getDayOfWeek().getValue() - 1) * 24 + local.getHour()]++;
    }
  }

  private void addLines(Occurrence occurrence) {
    for (OrderLine line : occurrence.lines()) {
      if (line.product()) {
        categories.add(goods.category(line), line, occurrence);
        makers.add(goods.maker(line), line, occurrence);
      }
    }
  }

  private Sums sums(String currency) {
    return totals.computeIfAbsent(currency, _ -> new Sums());
  }

  private Behaviour result(Instant now) {
    List<CurrencyTotal> currencies =
        totals.entrySet().stream()
            .map(entry -> total(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt(CurrencyTotal::purchases)
                    .reversed()
                    .thenComparing(total -> total.spent().currency()))
            .toList();
    List<ChannelCount> mix =
        channels.entrySet().stream()
            .map(e -> new ChannelCount(e.getKey().month(), e.getKey().channel(), e.getValue()))
            .sorted(Comparator.comparing(ChannelCount::month).thenComparing(ChannelCount::channel))
            .toList();
    return new Behaviour(
        zone.zone(),
        zone.from(),
        currencies,
        purchases,
        returns,
        cancellations,
        first,
        last,
        new RecencyFrequencyValue(
            lastPurchase,
            lastPurchase == null ? null : daysBetween(lastPurchase, now, zone.zone()),
            days.size(),
            currencies.stream().map(CurrencyTotal::net).toList()),
        mix,
        new PunchCard(Arrays.stream(week).boxed().toList()),
        categories.result(),
        makers.result());
  }

  private static CurrencyTotal total(String currency, Sums sums) {
    return new CurrencyTotal(
        new Money(sums.spent, currency),
        new Money(sums.returned, currency),
        new Money(sums.spent - sums.returned, currency),
        sums.purchases);
  }

  private static long daysBetween(Instant from, Instant until, ZoneId zone) {
    return Math.max(
        0,
        ChronoUnit.DAYS.between(from.atZone(zone).toLocalDate(), until.atZone(zone).toLocalDate()));
  }
}
