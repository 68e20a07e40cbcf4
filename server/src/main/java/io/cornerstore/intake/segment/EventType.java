package io.cornerstore.intake.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of events; each has a path of its own. */
public enum EventType {
  IDENTIFY,
  TRACK,
  PAGE,
  SCREEN,
  GROUP,
  ALIAS,
  MERGE;

  /** The word in the path and in an event's {@code type}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that word, if there is one. */
  public static Optional<EventType> findByWord(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** The type whose word begins with this letter; merging has no letter. */
  public static Optional<EventType> findByLetter(String letter) {
    return letter.length() != 1
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(type -> type != MERGE && type.word().startsWith(letter))
            .findFirst();
  }
}
