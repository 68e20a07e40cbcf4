package io.cornerstore.console.home;

import io.cornerstore.console.customer.Hits;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.picture.SegmentPicture;
import io.cornerstore.console.view.SegmentsPage;
import io.cornerstore.console.view.SegmentsPage.Cell;
import io.cornerstore.console.view.SegmentsPage.Chosen;
import io.cornerstore.console.view.SegmentsPage.Row;
import io.cornerstore.console.view.Wording;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Segments;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Segments of behaviour: the counts, and some customers of each. */
@Controller
final class SegmentsController {

  private static final int SHOWN = 25;

  private final Pages pages;
  private final Readers readers;
  private final Segments segments;
  private final Profiles profiles;

  SegmentsController(Pages pages, Readers readers, Segments segments, Profiles profiles) {
    this.pages = pages;
    this.readers = readers;
    this.segments = segments;
    this.profiles = profiles;
  }

  @GetMapping("/segments")
  ResponseEntity<String> segments(HttpServletRequest request) {
    readers.of(request);
    return pages.show("segments", page(request, segments.grid(), null));
  }

  @GetMapping("/segments/{recency}-{frequency}")
  ResponseEntity<String> segment(
      HttpServletRequest request,
      @PathVariable("recency") int recency,
      @PathVariable("frequency") int frequency) {
    if (!isBand(recency) || !isBand(frequency)) {
      throw new NoSuchPage();
    }
    Reader reader = readers.of(request);
    Hits hits = Hits.of(reader.words());
    Segments.Grid grid = segments.grid();
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
    return pages.show("segments", page(request, grid, chosen));
  }

  private static boolean isBand(int band) {
    return band >= 0 && band < Segments.BANDS;
  }

  private SegmentsPage page(
      HttpServletRequest request, Segments.Grid grid, @Nullable Chosen chosen) {
    Wording words = readers.words(request);
    List<String> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int recency = Segments.BANDS - 1; recency >= 0; recency--) {
      columns.add(words.text("segments.recency." + recency));
    }
    for (int frequency = Segments.BANDS - 1; frequency >= 0; frequency--) {
      List<Cell> cells = new ArrayList<>();
      for (int recency = Segments.BANDS - 1; recency >= 0; recency--) {
        cells.add(cell(grid, recency, frequency, words));
      }
      rows.add(new Row(words.text("segments.frequency." + frequency), cells));
    }
    return new SegmentsPage(
        readers.frame(request, "menu.segments", "segments"),
        SegmentPicture.of(grid, words),
        words.time(grid.at(), ZoneOffset.UTC),
        words.whole(grid.total()),
        columns,
        rows,
        chosen);
  }

  private static Cell cell(Segments.Grid grid, int recency, int frequency, Wording words) {
    int customers = grid.customers(recency, frequency);
    return new Cell(
        words.whole(customers),
        words.percent(customers / (double) Math.max(1, grid.total())),
        words.percent(grid.days(recency, frequency) / (double) Math.max(1, grid.totalDays())),
        customers == 0 ? null : "/segments/" + recency + "-" + frequency);
  }
}
