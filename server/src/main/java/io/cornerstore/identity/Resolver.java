package io.cornerstore.identity;

import java.util.function.Consumer;

/**
 * Follows the log of source records and keeps customers up to date. One process resolves at a time;
 * the others wait for it.
 */
public interface Resolver {

  /** Whether the resident index is complete: search and explanation answer. */
  boolean ready();

  /**
   * Works until everything logged before the call is resolved, or waits for the process that does;
   * reports how far it is. Ends early by InterruptedException, losing nothing.
   */
  void catchUp(Consumer<Progress> progress) throws InterruptedException;

  /** Stage by name, and how many of how many records are done in it. */
  record Progress(String stage, long done, long total) {}
}
