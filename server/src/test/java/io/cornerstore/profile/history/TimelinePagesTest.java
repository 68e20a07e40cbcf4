package io.cornerstore.profile.history;

import static io.cornerstore.profile.SampleRecord.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import io.cornerstore.profile.view.Mask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelinePagesTest {

  private static final Mask OPEN = new Mask(new FieldSet(-1));

  private static TimelinePages pages(List<OpenedRecord> records, Mask mask) {
    return new TimelinePages(History.of(records), Goods.NONE, mask);
  }

  private static List<OpenedRecord> visits(int count, Random random) {
    List<OpenedRecord> records = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      records.add(
          record(i)
              .from("web", i % 2 == 0 ? Channel.WEB_FORM : Channel.SERVICE_CALL)
              .happened(InteractionType.VISIT)
              // Many at the same time, with nanoseconds.
              .at(Instant.ofEpochSecond(1_700_000_000 + random.nextInt(5), random.nextInt(2)))
              .opened());
    }
    return records;
  }

  private static List<TimelineEntry> all(TimelinePages pages, TimelineFilter filter, int limit) {
    List<TimelineEntry> entries = new ArrayList<>();
    @Nullable Cursor cursor = null;
    while (true) {
      Page<TimelineEntry> page = pages.page(filter, cursor, limit);
      entries.addAll(page.items());
      if (page.next() == null) {
        return entries;
      }
      assertThat(page.items()).hasSize(limit);
      cursor = Cursor.parse(page.next());
    }
  }

  @Test
  void pages_anyLimit_giveEveryEntryOnceNewestFirst() {
    List<OpenedRecord> records = visits(57, new Random(5));
    for (int limit : List.of(1, 2, 19, 57, 58)) {
      List<TimelineEntry> entries = all(pages(records, OPEN), TimelineFilter.ALL, limit);
      assertThat(entries).hasSize(57).doesNotHaveDuplicates();
      for (int i = 1; i < entries.size(); i++) {
        assertThat(entries.get(i).at()).isBeforeOrEqualTo(entries.get(i - 1).at());
      }
    }
  }

  @Test
  void nextPage_entriesArrivedMeanwhile_neitherRepeatsNorSkips() {
    List<OpenedRecord> records = visits(20, new Random(6));
    Page<TimelineEntry> first = pages(records, OPEN).page(TimelineFilter.ALL, null, 10);
    List<OpenedRecord> more = new ArrayList<>(records);
    more.add(
        record(99)
            .happened(InteractionType.VISIT)
            .at(Instant.ofEpochSecond(1_800_000_000))
            .opened());
    Page<TimelineEntry> second =
        pages(more, OPEN).page(TimelineFilter.ALL, Cursor.parse(String.valueOf(first.next())), 10);
    List<SourceRecordId> seen = new ArrayList<>();
    first.items().forEach(entry -> seen.add(entry.id()));
    second.items().forEach(entry -> seen.add(entry.id()));
    assertThat(seen).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void filter_byChannelTypeAndTime_keepsOnlyThose() {
    List<OpenedRecord> records = visits(40, new Random(7));
    Instant from = Instant.ofEpochSecond(1_700_000_001);
    Instant until = Instant.ofEpochSecond(1_700_000_003);
    List<TimelineEntry> entries =
        all(
            pages(records, OPEN),
            new TimelineFilter(
                Set.of(Channel.WEB_FORM), Set.of(InteractionType.VISIT), from, until),
            3);
    assertThat(entries)
        .isNotEmpty()
        .allMatch(entry -> entry.channel() == Channel.WEB_FORM)
        .allMatch(entry -> !entry.at().isBefore(from) && entry.at().isBefore(until));
    assertThat(
            all(
                pages(records, OPEN),
                new TimelineFilter(Set.of(), Set.of(InteractionType.CALL), null, null),
                3))
        .isEmpty();
  }

  @Test
  void entry_maskedText_hasNeitherNumbersNorNotes() {
    List<OpenedRecord> records =
        List.of(
            record(1)
                .happened(InteractionType.PURCHASE)
                .order("A-1")
                .note("call me at home")
                .topic("complaint of Mrs Oak")
                .status("left with Mrs Elm")
                .bought("S1", 2, "4.00", "Tea")
                .opened(),
            record(2).happened(InteractionType.RETURN).about("A-1").opened());
    List<TimelineEntry> masked =
        all(pages(records, new Mask(FieldSet.NONE)), TimelineFilter.ALL, 9);
    assertThat(masked).allMatch(TimelineEntry::textMasked);
    TimelineEntry purchase = masked.getLast();
    assertThat(purchase.order()).isNull();
    assertThat(purchase.note()).isNull();
    assertThat(purchase.topic()).isNull();
    assertThat(purchase.status()).isNull();
    assertThat(purchase.lines()).hasSize(1);
    assertThat(purchase.followedBy().getFirst().order()).isNull();
    TimelineEntry open = all(pages(records, OPEN), TimelineFilter.ALL, 9).getLast();
    assertThat(open.order()).isEqualTo("A-1");
    assertThat(open.note()).isEqualTo("call me at home");
    assertThat(open.topic()).isEqualTo("complaint of Mrs Oak");
    assertThat(open.status()).isEqualTo("left with Mrs Elm");
    assertThat(open.followedBy().getFirst().type()).isEqualTo(InteractionType.RETURN);
  }

  @Test
  void cursor_notOurs_isRefused() {
    for (String text : List.of("", "x", "AAAA", "!!", "A".repeat(40))) {
      assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
