package io.cornerstore.intake;

import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it came, before screening and normalisation.
 *
 * @param messageId the source's own id of the message, 1 to 512 characters: the same one counts
 *     once
 * @param subject whom it is about
 * @param trust of the source for ties of survivorship, 0 to 100
 * @param values personal values as received, in their order; a field may occur several times
 * @param interaction what happened; absent when the event only describes the subject. Its texts are
 *     screened like all others
 * @param extra other things to keep, sealed, by name
 * @param country ISO 3166-1 alpha-2: where numbers and addresses without a country are
 */
@Personal
public record IncomingEvent(
    SourceSystem source,
    Channel channel,
    Party party,
    Basis basis,
    int trust,
    String messageId,
    Subject subject,
    List<GivenValue> values,
    @Nullable Interaction interaction,
    Map<String, String> extra,
    @Nullable String country,
    Instant occurredAt,
    Instant receivedAt) {

  public IncomingEvent {
    if (messageId.isEmpty() || messageId.length() > 512) {
      throw new IllegalArgumentException(
          "a message id has 1 to 512 characters, not " + messageId.length());
    }
    values = List.copyOf(values);
    extra = Map.copyOf(extra);
  }

  @Override
  public String toString() {
    return "IncomingEvent[" + source + "]";
  }

  /**
   * Whom an event is about.
   *
   * @param of the source whose id the key is
   * @param key that source's own id of the subject; absent: the event is a subject of its own
   * @param kind ANONYMOUS becomes PERSON when the values name or reach somebody
   */
  @Personal
  public record Subject(SourceSystem of, @Nullable String key, SubjectKind kind) {
    @Override
    public String toString() {
      return "Subject[" + of + "]";
    }
  }

  /** A personal value as received. */
  @Personal
  public record GivenValue(PersonalField field, String text) {
    @Override
    public String toString() {
      return field.token() + "[•••]";
    }
  }
}
