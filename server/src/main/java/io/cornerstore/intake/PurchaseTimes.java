package io.cornerstore.intake;

import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.SubjectId;

/**
 * When and through which channel each subject bought something, from what stands beside the sealed
 * content: for figures over all customers, which open nothing. Versions that were replaced, late
 * ones and imports that were taken back do not count; a purchase that was called off later does.
 */
public interface PurchaseTimes {

  /** Hands over every subject that bought something, in no particular order, from one snapshot. */
  void each(Visitor visitor);

  /** Takes one subject at a time. */
  @FunctionalInterface
  interface Visitor {

    /**
     * One subject's purchases; those of the same minute and channel are one.
     *
     * @param times packed by {@link #time}, different ones, ascending; at least one
     */
    void visit(SubjectId subject, long[] times);
  }

  /** A minute and a channel in one number; ascending by minute. */
  static long time(long minute, Channel channel) {
    return minute * 16 + channel.ordinal();
  }

  /** Minutes since 1970 in UTC, below zero before. */
  static long minute(long time) {
    return Math.floorDiv(time, 16);
  }

  /** Days since 1970 in UTC, below zero before. */
  static int day(long time) {
    return Math.toIntExact(Math.floorDiv(time, 16 * 24 * 60));
  }

  /** Ordinal of the channel. */
  static int channel(long time) {
    return (int) Math.floorMod(time, 16L);
  }
}
