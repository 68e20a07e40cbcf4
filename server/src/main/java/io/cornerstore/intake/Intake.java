package io.cornerstore.intake;

import java.util.List;

/**
 * The door for single events: calls of the API, forms, other modules. Thread-safe; callers from
 * many threads share one commit.
 */
public interface Intake {

  /**
   * Asks before the work of reading a call whether events are taken at all right now. What comes
   * after may still find it busy.
   *
   * @throws IntakeBusyException when more is waiting than can be written soon
   */
  void admit();

  /**
   * Screens, normalises, seals and appends the events, and returns when they are durable. What was
   * taken before under the same (source, message id) counts once, without a window.
   *
   * @return what became of each event, in the order given
   * @throws IntakeBusyException when more is waiting than can be written soon; nothing was taken
   */
  List<SubmitResult> submit(List<IncomingEvent> events);
}
