package io.cornerstore.sampletown;

/** Told now and then how far the town is written. Called from one thread. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (step, done, total) -> {};

  /**
   * Called at the start of a step, about every thousand people or at the end of each feed, and at
   * the end of a step.
   *
   * @param step what is being done, e.g. {@code "people"} or {@code "feeds"}
   * @param done how much of it is done
   * @param total how much there is to do
   */
  void at(String step, long done, long total);
}
