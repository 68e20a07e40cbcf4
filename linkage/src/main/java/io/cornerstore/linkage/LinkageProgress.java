package io.cornerstore.linkage;

/** Hears how far long work is. Called by any of the working threads, maybe by several at once. */
@FunctionalInterface
public interface LinkageProgress {
  /**
   * Part of a stage is done; a stage may go through several rounds of tasks.
   *
   * @param stage {@code train}, {@code block}, {@code compare}, {@code cluster} or {@code survey}
   * @param done tasks done or under way
   * @param tasks tasks of this round
   */
  void at(String stage, int done, int tasks);
}
