package io.cornerstore.profile.history;

import static io.cornerstore.profile.SampleRecord.record;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.profile.SampleRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up history that is known as a story of orders, so that what it amounts to can be counted
 * without the code under test: each order is counted by itself with decimal numbers.
 */
record RandomHistory(List<Order> orders, List<OpenedRecord> records) {

  static final List<String> CURRENCIES = List.of("GBP", "EUR", "JPY");
  static final List<String> CATEGORIES = List.of("Tea", "Coffee", "Toys");

  record Item(String sku, String category, int bought, int unitMinor, int returned) {}

  /** An order with what came back of it, and whether the rest was called off. */
  record Order(String number, String currency, Instant at, List<Item> items, boolean calledOff) {

    int boughtMinor() {
      return items.stream().mapToInt(item -> item.bought() * item.unitMinor()).sum();
    }

    int returnedMinor() {
      return calledOff
          ? boughtMinor()
          : items.stream().mapToInt(item -> item.returned() * item.unitMinor()).sum();
    }
  }

  static RandomHistory of(Random random) {
    List<Order> orders = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      orders.add(order(random, "N" + i));
    }
    List<OpenedRecord> records = new ArrayList<>();
    for (Order order : orders) {
      write(order, random, records);
    }
    int noise = random.nextInt(3);
    for (int i = 0; i < noise; i++) {
      records.add(
          record(records.size() + 1L)
              .happened(InteractionType.ADJUSTMENT)
              .bought("Z", -3, "-7.00", "Tea")
              .opened());
    }
    return new RandomHistory(orders, records);
  }

  private static Order order(Random random, String number) {
    List<Item> items = new ArrayList<>();
    int lines = 1 + random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      int bought = 1 + random.nextInt(4);
      items.add(
          new Item(
              number + "-" + i,
              CATEGORIES.get(random.nextInt(3)),
              bought,
              100 * (1 + random.nextInt(20)),
              random.nextInt(3) == 0 ? random.nextInt(bought + 1) : 0));
    }
    // Around the change to summer time, so that hours of both kinds occur.
    Instant at = Instant.parse("2026-03-25T00:00:00Z").plusSeconds(random.nextInt(9 * 86_400));
    return new Order(number, CURRENCIES.get(random.nextInt(3)), at, items, random.nextInt(4) == 0);
  }

  private static void write(Order order, Random random, List<OpenedRecord> records) {
    boolean rowPerLine = random.nextBoolean();
    SampleRecord whole = purchase(order, records.size() + 1L);
    for (Item item : order.items()) {
      OrderLine line = line(order, item, item.bought());
      if (rowPerLine) {
        records.add(purchase(order, records.size() + 1L).line(line).opened());
      } else {
        whole.line(line);
      }
    }
    if (!rowPerLine) {
      records.add(whole.opened());
    }
    int sign = random.nextBoolean() ? 1 : -1;
    for (Item item : order.items()) {
      if (item.returned() > 0) {
        records.add(
            after(order, InteractionType.RETURN, records.size() + 1L)
                .line(line(order, item, sign * item.returned()))
                .opened());
      }
    }
    if (order.calledOff()) {
      records.add(after(order, InteractionType.CANCELLATION, records.size() + 1L).opened());
    }
  }

  private static SampleRecord purchase(Order order, long id) {
    return record(id)
        .from("shop", Channel.WEB_ORDER)
        .happened(InteractionType.PURCHASE)
        .order(order.number())
        .at(order.at());
  }

  private static SampleRecord after(Order order, InteractionType type, long id) {
    return record(id)
        .from("shop", Channel.WEB_ORDER)
        .happened(type)
        .about(order.number())
        .at(order.at().plusSeconds(86_400));
  }

  private static OrderLine line(Order order, Item item, int quantity) {
    return new OrderLine(
        item.sku(),
        item.sku(),
        BigDecimal.valueOf(quantity),
        null,
        new Money((long) quantity * item.unitMinor(), order.currency()),
        item.category(),
        null,
        true);
  }

  BigDecimal spent(String currency) {
    return sum(currency, orders.stream().filter(in(currency)).mapToInt(Order::boughtMinor).sum());
  }

  BigDecimal givenBack(String currency) {
    return sum(currency, orders.stream().filter(in(currency)).mapToInt(Order::returnedMinor).sum());
  }

  private static java.util.function.Predicate<Order> in(String currency) {
    return order -> order.currency().equals(currency);
  }

  private static BigDecimal sum(String currency, int minor) {
    return BigDecimal.valueOf(minor, currency.equals("JPY") ? 0 : 2);
  }

  BigDecimal kept(String category) {
    int kept = 0;
    for (Order order : orders) {
      for (Item item : order.items()) {
        if (item.category().equals(category) && !order.calledOff()) {
          kept += item.bought() - item.returned();
        }
      }
    }
    return BigDecimal.valueOf(kept);
  }

  int daysBought(ZoneId zone) {
    return (int)
        orders.stream()
            .filter(order -> !order.calledOff())
            .map(order -> order.at().atZone(zone).toLocalDate())
            .distinct()
            .count();
  }

  int boughtAt(ZoneId zone, DayOfWeek day, int hour) {
    return (int)
        orders.stream()
            .filter(order -> !order.calledOff())
            .map(order -> order.at().atZone(zone))
            .filter((ZonedDateTime at) -> at.getDayOfWeek() == day && at.getHour() == hour)
            .count();
  }
}
