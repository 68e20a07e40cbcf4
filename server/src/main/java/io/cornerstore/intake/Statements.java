package io.cornerstore.intake;

import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What members of staff write down for a customer, one thing at a time: a source of its own in the
 * log. Unlike a feed it can answer back, so nothing is masked: what may not be kept is refused by
 * the caller before it gets here. Each statement is an item that can be taken back. Thread-safe.
 */
public interface Statements {

  /** The source of everything that is stated. */
  SourceSystem SOURCE = new SourceSystem("counter");

  /** The subject that statements under this key are about. */
  SubjectId subject(String key);

  /** The country that most feeds take their numbers to be of (ISO 3166-1 alpha-2), if any says. */
  Optional<String> findCountry();

  /**
   * The normal forms of these values, as they would be kept.
   *
   * @param country ISO 3166-1 alpha-2: where numbers without a country are; the values may name
   *     another
   */
  List<PersonalValue> normal(List<GivenValue> values, @Nullable String country);

  /** What may not be kept of the value of a field, in the order of the text. */
  List<Refused> refused(PersonalField field, String text);

  /** What may not be kept of free text about a customer, in the order of the text. */
  List<Refused> refused(String text);

  /**
   * Appends a statement in the transaction of the caller, which holds the lock of the log from here
   * on: this is the last thing it does. The event's message id is its receipt.
   *
   * @param statement identifies it from now on
   */
  SubmitResult keep(UUID statement, IncomingEvent event);

  /**
   * Appends that a statement no longer counts, in the transaction of the caller, as for keeping.
   */
  void withdraw(Withdrawn withdrawn);

  /**
   * A statement that was taken back.
   *
   * @param forget destroy its content too
   */
  record Withdrawn(
      UUID statement,
      SubjectId subject,
      SubjectKind kind,
      Channel channel,
      Instant at,
      boolean forget) {}
}
