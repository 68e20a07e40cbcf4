package io.cornerstore.profile.segment;

import io.cornerstore.intake.PurchaseTimes;
import io.cornerstore.kernel.Channel;
import io.cornerstore.profile.Behaviour.PunchCard;
import io.cornerstore.profile.ChannelFlow;
import io.cornerstore.profile.Segments.Habits;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.SequencedCollection;

/** From which channel to which, and when in the week, while customers come. */
final class Steps {

  private static final int CHANNELS = Channel.values().length;

  private final ZoneId zone;
  private final long[] steps = new long[CHANNELS * CHANNELS];
  private final long[] last = new long[CHANNELS];
  private final int[] week = new int[168];

  Steps(ZoneId zone) {
    this.zone = zone;
  }

  /** Takes all purchases of one customer, ascending, at least one. */
  void add(SequencedCollection<Long> times) {
    int before = -1;
    for (long time : times) {
      int channel = PurchaseTimes.channel(time);
      if (before >= 0) {
        steps[before * CHANNELS + channel]++;
      }
      before = channel;
      ZonedDateTime local = Instant.ofEpochSecond(PurchaseTimes.minute(time) * 60).atZone(zone);
      week[(local.getDayOfWeek().getValue() - 1) * 24 + local.getHour()]++;
    }
    last[before]++;
  }

  Habits habits() {
    return new Habits(
        new ChannelFlow(
            Arrays.stream(steps).boxed().toList(), Arrays.stream(last).boxed().toList()),
        new PunchCard(Arrays.stream(week).boxed().toList()),
        zone);
  }
}
