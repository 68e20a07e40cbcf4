package io.cornerstore.profile;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Personal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a timeline are wanted. An empty set means all of its kind; {@code from} is
 * inclusive, {@code until} exclusive, absent means no bound.
 *
 * @param number a part of the number of an order, receipt, return or parcel, or of the order an
 *     entry is about; where the purpose closes numbers nothing has one
 */
@Personal
public record TimelineFilter(
    Set<Channel> channels,
    Set<InteractionType> types,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String number) {

  /** Everything. */
  public static final TimelineFilter ALL = new TimelineFilter(Set.of(), Set.of(), null, null);

  public TimelineFilter {
    channels = Set.copyOf(channels);
    types = Set.copyOf(types);
    number = number == null || number.isBlank() ? null : number.strip();
  }

  /** Whatever its numbers are. */
  public TimelineFilter(
      Set<Channel> channels,
      Set<InteractionType> types,
      @Nullable Instant from,
      @Nullable Instant until) {
    this(channels, types, from, until, null);
  }

  /** The same, of entries with this number. */
  public TimelineFilter withNumber(@Nullable String wanted) {
    return new TimelineFilter(channels, types, from, until, wanted);
  }

  /** Whether a number is wanted: it holds the one asked for, wherever and in whatever case. */
  public boolean acceptsNumber(@Nullable String given) {
    return number == null
        || (given != null
            && given.toUpperCase(Locale.ROOT).contains(number.toUpperCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    return "TimelineFilter[•••]";
  }

  /** Whether an entry of that channel, type and time is wanted. */
  public boolean accepts(Channel channel, InteractionType type, Instant at) {
    return (channels.isEmpty() || channels.contains(channel))
        && (types.isEmpty() || types.contains(type))
        && (from == null || !at.isBefore(from))
        && (until == null || at.isBefore(until));
  }
}
