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
    List<Access> accesses,
    Desk desk,
    List<Member> people) {

  public CustomerPage {
    people = List.copyOf(people);
  }

  @Override
  public String toString() {
    return "CustomerPage[" + head.id() + "]";
  }

  /**
   * What may be done at the counter.
   *
   * @param mayWrite whether the roles allow to write down what the customer says
   * @param key identifies the next note
   * @param reasons why something may be taken back
   */
  public record Desk(boolean mayWrite, boolean pinned, String key, List<PageFrame.Choice> reasons) {

    public Desk {
      reasons = List.copyOf(reasons);
    }
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
      List<Other> others,
      @Nullable Stated stated) {

    @Override
    public String toString() {
      return "Field[" + name + "]";
    }
  }

  /**
   * That a member of staff wrote something down.
   *
   * @param words by whom and when
   * @param mayWithdraw whether the reader may take it back
   */
  public record Stated(String id, String words, boolean mayWithdraw) {}

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

  /**
   * The middle column.
   *
   * @param from first day wanted, as ISO 8601, or empty
   * @param until last day wanted, or empty
   * @param number part of a number wanted, or empty
   * @param next cursor of what is earlier
   */
  @Personal
  public record Timeline(
      List<Filter> channels,
      List<Filter> types,
      String from,
      String until,
      String number,
      boolean filtered,
      List<Day> days,
      @Nullable String next) {

    @Override
    public String toString() {
      return "Timeline[•••]";
    }
  }

  /** A filter that can be ticked. */
  public record Filter(String code, String words, boolean chosen) {}

  /** The entries of one day. */
  public record Day(String heading, List<Entry> entries) {}

  /** One entry of the timeline. */
  @Personal
  public record Entry(
      String id,
      String style,
      String icon,
      String what,
      String where,
      @Nullable String time,
      @Nullable String amount,
      boolean minus,
      List<String> remarks,
      @Nullable String note,
      List<Line> lines,
      List<Step> story,
      @Nullable Stated stated) {

    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  /**
   * One step of what became of an order.
   *
   * @param style code of the type of entry
   * @param entry id of the entry that tells more; absent for the entry itself
   */
  public record Step(String style, String words, @Nullable String day, @Nullable String entry) {}

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
