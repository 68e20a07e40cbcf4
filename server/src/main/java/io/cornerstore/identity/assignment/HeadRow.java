package io.cornerstore.identity.assignment;

/**
 * How far this module is.
 *
 * @param revision last change of the subjects held, one for each transaction
 * @param version last version given to a customer
 * @param readTo log entries up to here are among the subjects
 * @param linkedTo log entries up to here are resolved
 * @param decided grows with every decision of a person
 * @param model number of the model in use, 0 before the first
 * @param trainedOn how many subjects that model was trained on
 */
public record HeadRow(
    long revision,
    long version,
    long readTo,
    long linkedTo,
    long decided,
    long model,
    long trainedOn) {

  /** With one more revision. */
  public HeadRow revised() {
    return new HeadRow(revision + 1, version, readTo, linkedTo, decided, model, trainedOn);
  }

  /** With another last version. */
  public HeadRow atVersion(long last) {
    return new HeadRow(revision, last, readTo, linkedTo, decided, model, trainedOn);
  }

  /** With the log read, and perhaps resolved, up to there. */
  public HeadRow at(long read, long linked) {
    return new HeadRow(revision, version, read, linked, decided, model, trainedOn);
  }

  /** With one more decision of a person. */
  public HeadRow decidedOnce() {
    return new HeadRow(revision, version, readTo, linkedTo, decided + 1, model, trainedOn);
  }

  /** With another model. */
  public HeadRow using(long number, long subjects) {
    return new HeadRow(revision, version, readTo, linkedTo, decided, number, subjects);
  }
}
