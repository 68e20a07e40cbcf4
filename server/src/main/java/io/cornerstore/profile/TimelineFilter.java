package io.cornerstore.profile;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a timeline are wanted. An empty set means all of its kind; {@code from} is
 * inclusive, {@code until} exclusive, absent means no bound.
 */
public record TimelineFilter(
    Set<Channel> channels,
    Set<InteractionType> types,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** Everything. */
  public static final TimelineFilter ALL = new TimelineFilter(Set.of(), Set.of(), null, null);

  public TimelineFilter {
    channels = Set.copyOf(channels);
    types = Set.copyOf(types);
  }

  /** Whether an entry of that channel, type and time is wanted. */
  public boolean accepts(Channel channel, InteractionType type, Instant at) {
    return (channels.isEmpty() || channels.contains(channel))
        && (types.isEmpty() || types.contains(type))
        && (from == null || !at.isBefore(from))
        && (until == null || at.isBefore(until));
  }
}
