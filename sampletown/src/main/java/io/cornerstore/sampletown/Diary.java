package io.cornerstore.sampletown;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What channels must know of each other while one household is served. */
final class Diary {

  /** An order that is sent to a home. */
  record Order(String number, LocalDateTime at, Appearance orderedBy) {}

  /** A till purchase with a card. */
  record Stamp(String card, String receipt, LocalDateTime at, int cents) {}

  private final Map<Integer, List<String>> cards = new HashMap<>();
  private final List<String> homeCards = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<Stamp> stamps = new ArrayList<>();

  void card(int person, String number) {
    cards.computeIfAbsent(person, _ -> new ArrayList<>()).add(number);
    homeCards.add(number);
  }

  List<String> cards(int person) {
    return cards.getOrDefault(person, List.of());
  }

  /** The cards of everybody in the household. */
  List<String> homeCards() {
    return homeCards;
  }

  /** Orders of the person being served, oldest first within a channel. */
  List<Order> orders() {
    return orders;
  }

  List<Stamp> stamps() {
    return stamps;
  }

  void nextPerson() {
    orders.clear();
    stamps.clear();
  }
}
