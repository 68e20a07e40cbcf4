package io.cornerstore.console.view;

import io.cornerstore.console.picture.ChannelMixPicture;
import io.cornerstore.console.picture.PunchCardPicture;
import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customer page in its three columns: who, what happened, what follows from it. */
@Personal
public record CustomerPage(
    PageFrame frame,
    Head head,
    List<Field> fields,
    List<String> masked,
    List<Extra> extras,
    List<Source> sources,
    Timeline timeline,
    Behaviour behaviour,
    List<Member> household,
    List<Change> history,
    List<Access> accesses) {

  @Override
  public String toString() {
    return "CustomerPage[" + head.id() + "]";
  }

  /** Above the columns. */
  @Personal
  public record Head(
      String id,
      String name,
      String initials,
      boolean organization,
      String subtitle,
      Strength strength,
      List<String> chips) {

    @Override
    public String toString() {
      return "Head[" + id + "]";
    }
  }

  /** How firmly the records hang together: style and words. */
  public record Strength(String style, String words) {}

  /** One field of the golden record and where it comes from. */
  @Personal
  public record Field(
      String name,
      String value,
      boolean masked,
      String basis,
      String source,
      String channel,
      String when,
      String why,
      String record,
      @Nullable String agreeing,
      List<Other> others) {

    @Override
    public String toString() {
      return "Field[" + name + "]";
    }
  }

  /** A value that did not win. */
  @Personal
  public record Other(String value, String origin) {

    @Override
    public String toString() {
      return "Other[•••]";
    }
  }

  /** A column that a mapping keeps under its own name. */
  @Personal
  public record Extra(String name, String value, boolean masked, String origin) {

    @Override
    public String toString() {
      return "Extra[" + name + "]";
    }
  }

  /** One source system's part. */
  public record Source(
      String name, String channels, String counts, String span, boolean thirdParty) {}

  /** The middle column. */
  public record Timeline(
      List<Filter> channels,
      List<Filter> types,
      boolean filtered,
      List<Day> days,
      @Nullable String next) {}

  /** A filter that can be ticked. */
  public record Filter(String code, String words, boolean chosen) {}

  /** The entries of one day. */
  public record Day(String heading, List<Entry> entries) {}

  /** One entry of the timeline. */
  @Personal
  public record Entry(
      String style,
      String icon,
      String what,
      String where,
      @Nullable String time,
      @Nullable String amount,
      boolean minus,
      List<String> remarks,
      @Nullable String note,
      List<Line> lines) {

    @Override
    public String toString() {
      return "Entry[" + what + "]";
    }
  }

  /** One line of an order. */
  @Personal
  public record Line(String name, String details, String quantity, String amount) {

    @Override
    public String toString() {
      return "Line[•••]";
    }
  }

  /** The right column. */
  public record Behaviour(
      List<Total> totals,
      List<Fact> facts,
      PunchCardPicture punchCard,
      String zone,
      ChannelMixPicture channels,
      List<Favourite> categories,
      List<Favourite> makers) {}

  /** Money of one currency, and how it came about. */
  public record Total(String net, String remark) {}

  /** A number with its name. */
  public record Fact(String name, String value) {}

  /** Something often bought: share is 0 to 100 of the largest. */
  public record Favourite(String name, int share, String words) {}

  /** Somebody of the same home. */
  @Personal
  public record Member(String id, String name) {

    @Override
    public String toString() {
      return "Member[" + id + "]";
    }
  }

  /** A merge or split in the past. */
  public record Change(String what, String when, String who, String reason) {}

  /** Who looked, when, why. */
  public record Access(String when, String who, String purpose, String what) {}
}
