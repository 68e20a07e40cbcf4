package io.cornerstore.console.home;

import io.cornerstore.console.customer.Hits;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.picture.FlowPicture;
import io.cornerstore.console.picture.PunchCardPicture;
import io.cornerstore.console.view.SegmentsPage;
import io.cornerstore.console.view.SegmentsPage.Chosen;
import io.cornerstore.console.view.SegmentsPage.Counted;
import io.cornerstore.console.view.Wording;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Revenues;
import io.cornerstore.profile.Revenues.Revenue;
import io.cornerstore.profile.Segments;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Segments of behaviour: the counts, and some customers of each. */
@Controller
final class SegmentsController {

  private static final int SHOWN = 25;

  /** Long enough for a small shop, short enough for somebody who waits for the page. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Pages pages;
  private final Readers readers;
  private final Segments segments;
  private final Revenues revenues;
  private final Profiles profiles;

  SegmentsController(
      Pages pages, Readers readers, Segments segments, Revenues revenues, Profiles profiles) {
    this.pages = pages;
    this.readers = readers;
    this.segments = segments;
    this.revenues = revenues;
    this.profiles = profiles;
  }

  @GetMapping("/segments")
  ResponseEntity<String> segments(
      HttpServletRequest request,
      @RequestParam(name = "by", required = false) @Nullable String by) {
    readers.of(request);
    return pages.show("segments", page(request, by, null));
  }

  @GetMapping("/segments/{recency}-{frequency}")
  ResponseEntity<String> segment(
      HttpServletRequest request,
      @PathVariable("recency") int recency,
      @PathVariable("frequency") int frequency,
      @RequestParam(name = "by", required = false) @Nullable String by) {
    if (!isBand(recency) || !isBand(frequency)) {
      throw new NoSuchPage();
    }
    Reader reader = readers.of(request);
    Hits hits = Hits.of(reader.words());
    Chosen chosen =
        new Chosen(
            reader.words().text("segments.recency." + recency)
                + ", "
                + reader.words().text("segments.frequency." + frequency),
            profiles
                .summaries(
                    segments.members(recency, frequency, SHOWN), reader.staff(), reader.purpose())
                .stream()
                .map(hits::hit)
                .toList());
    return pages.show("segments", page(request, by, chosen));
  }

  private static boolean isBand(int band) {
    return band >= 0 && band < Segments.BANDS;
  }

  private SegmentsPage page(
      HttpServletRequest request, @Nullable String by, @Nullable Chosen chosen) {
    Wording words = readers.words(request);
    Segments.Grid grid = segments.grid();
    @Nullable Revenue revenue = revenues.latest(PATIENCE).orElse(null);
    SegmentGrids grids =
        new SegmentGrids(grid, revenue == null ? List.of() : revenue.currencies(), by, words);
    return new SegmentsPage(
        readers.frame(request, "menu.segments", "segments"),
        new Counted(
            words.whole(grid.total()),
            words.time(grid.at(), ZoneOffset.UTC),
            revenue == null
                ? words.text("segments.money-counting")
                : words.text("segments.money", words.time(revenue.at(), ZoneOffset.UTC))),
        grids.choices(request.getRequestURI()),
        grids.picture(),
        grids.table(),
        habits(words),
        chosen);
  }

  private SegmentsPage.Habits habits(Wording words) {
    Segments.Habits habits = segments.habits();
    return new SegmentsPage.Habits(
        FlowPicture.of(habits.flow(), words),
        PunchCardPicture.of(habits.week(), words),
        habits.zone().getId());
  }
}
