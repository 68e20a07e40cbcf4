package io.cornerstore.sampletown;

import java.nio.charset.StandardCharsets;

/** What a channel is opened with. */
record Opening(Town town, Calendar calendar, Press press, Book book) {

  long seed(long salt) {
    return town.settings().seed() * 31 + salt;
  }

  /** How many keys a source could ever need for its customers or for its orders. */
  long room(double each) {
    return Math.round(20_000 + each * town.settings().people() * Math.max(1, volume()));
  }

  /** 1 at eight interactions a person. */
  double volume() {
    return town.settings().interactionsPerPerson() / 8;
  }

  Dice dice(long salt) {
    return Dice.of(town.settings().seed(), salt, -1);
  }

  CsvFeed csv(String file, char delimiter, int timeColumn, String... header) {
    Feed feed = press.open(file, StandardCharsets.UTF_8, CsvFeed.join(delimiter, header));
    return new CsvFeed(feed, delimiter, timeColumn, dice(file.hashCode()));
  }
}
