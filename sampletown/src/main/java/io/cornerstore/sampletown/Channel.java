package io.cornerstore.sampletown;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One source system: it serves a person and writes its feeds. */
interface Channel {

  /** Serves one person; the dice are the person's and the channel's own. */
  void serve(Person person, Diary diary, Dice dice);

  /** Some moments of a living person, in order. */
  static List<LocalDateTime> moments(
      Calendar calendar, Calendar.Rhythm rhythm, Person person, double mean, Dice dice) {
    int count = dice.poisson(mean);
    List<LocalDateTime> moments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      LocalDateTime at = calendar.draw(rhythm, person.habits(), dice);
      if (!at.toLocalDate().isAfter(person.lastDay())) {
        moments.add(at);
      }
    }
    Collections.sort(moments);
    return moments;
  }
}
