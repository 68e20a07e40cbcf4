package io.cornerstore.profile;

import io.cornerstore.intake.Party;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import java.util.List;

/**
 * What one source system knows of a customer.
 *
 * @param channels through which it delivers, ascending
 * @param subjects how many of the customer's subjects are its
 * @param records current ones: replaced versions and vanished items are not counted
 * @param interactions those of them that happened, rather than describe
 * @param fields the personal fields it has valid values of
 */
public record SourceSummary(
    SourceSystem source,
    Party party,
    List<Channel> channels,
    int subjects,
    int records,
    int interactions,
    Instant first,
    Instant last,
    FieldSet fields) {

  public SourceSummary {
    channels = List.copyOf(channels);
  }
}
