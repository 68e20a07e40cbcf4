package io.cornerstore.profile;

import io.cornerstore.kernel.Channel;
import java.util.List;

/**
 * From which channel to which customers go: of each purchase, through which channel the same
 * customer's next purchase came. Purchases of the same minute and channel are one; those of the
 * same minute through several channels are taken in the order of {@link Channel}.
 *
 * @param steps 64 numbers: the channel of a purchase times 8 plus that of the next one
 * @param last 8 numbers: purchases that no other has followed so far
 */
public record ChannelFlow(List<Long> steps, List<Long> last) {

  private static final int CHANNELS = Channel.values().length;

  public ChannelFlow {
    steps = List.copyOf(steps);
    last = List.copyOf(last);
    if (steps.size() != CHANNELS * CHANNELS || last.size() != CHANNELS) {
      throw new IllegalArgumentException(
          "%d channels have %d steps and %d ends, not %d and %d"
              .formatted(CHANNELS, CHANNELS * CHANNELS, CHANNELS, steps.size(), last.size()));
    }
  }

  /** Purchases through the first channel whose next one came through the second. */
  public long steps(Channel from, Channel to) {
    return steps.get(from.ordinal() * CHANNELS + to.ordinal());
  }

  /** Purchases through that channel which no other has followed so far. */
  public long last(Channel channel) {
    return last.get(channel.ordinal());
  }

  /** All purchases through that channel. */
  public long purchases(Channel channel) {
    long purchases = last(channel);
    for (Channel next : Channel.values()) {
      purchases += steps(channel, next);
    }
    return purchases;
  }
}
