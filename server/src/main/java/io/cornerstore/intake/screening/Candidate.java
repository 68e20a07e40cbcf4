package io.cornerstore.intake.screening;

/** A stretch of a text that may be something, with the evidence for it so far. */
record Candidate(int start, int end, String kind, String mask, double score) {

  boolean overlaps(Candidate other) {
    return start < other.end && other.start < end;
  }

  @Override
  public String toString() {
    return "Candidate[" + kind + "]";
  }
}
