package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Truth.By;
import io.cornerstore.sampletown.Truth.Evidence;

/** Takes down who is who while the feeds are written, and what is planted in them. */
interface Book {

  /** One source subject, told once, with what the source knows of it last. */
  void subject(Truth truth, Appearance known);

  /** An interaction of this type. */
  void interaction(String type);

  /** An id typed into free text. */
  void secret(String file, String kind, String typed);

  /** A named or unnamed subject by the source's own key. */
  default void subject(String source, String key, String person, Appearance known) {
    subject(new Truth(source, key, By.KEY, person, evidence(known)), known);
  }

  /** A subject made of the rows of one receipt or order. */
  default void group(String source, String key, String person, Appearance known) {
    subject(new Truth(source, key, By.GROUP, person, evidence(known)), known);
  }

  private static Evidence evidence(Appearance known) {
    if (!known.given().isEmpty() || !known.family().isEmpty() || !known.company().isEmpty()) {
      return Evidence.NAME;
    }
    return known.email().isEmpty() && known.phone().isEmpty() ? Evidence.NONE : Evidence.CONTACT;
  }
}
