package io.cornerstore.sampletown;

/** As feeds write it. */
enum Sex {
  FEMALE,
  MALE;

  String letter() {
    return this == FEMALE ? "F" : "M";
  }
}
