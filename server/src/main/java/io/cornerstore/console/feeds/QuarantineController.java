package io.cornerstore.console.feeds;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.FeedsPage;
import io.cornerstore.console.view.QuarantinePage;
import io.cornerstore.console.view.QuarantinedRowPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantineDesk;
import io.cornerstore.intake.QuarantineDesk.Correction;
import io.cornerstore.intake.QuarantineDesk.ReplayReport;
import io.cornerstore.intake.QuarantineDesk.Selection;
import io.cornerstore.intake.QuarantinedContent;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.kernel.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rows that could not be read: shown, corrected, taken, discarded. */
@Controller
final class QuarantineController {

  private static final int ROWS = 100;

  private final Pages pages;
  private final Readers readers;
  private final Quarantine quarantine;
  private final QuarantineDesk desk;

  QuarantineController(Pages pages, Readers readers, Quarantine quarantine, QuarantineDesk desk) {
    this.pages = pages;
    this.readers = readers;
    this.quarantine = quarantine;
    this.desk = desk;
  }

  /** Where rows of a feed with a reason are listed. */
  static String address(int feed, @Nullable String reason) {
    return "/feeds/quarantine?feed="
        + feed
        + (reason == null ? "" : "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
  }

  @GetMapping("/feeds/quarantine")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam("feed") int feed,
      @RequestParam(name = "reason", required = false) @Nullable String reason,
      @RequestParam(name = "settled", defaultValue = "false") boolean settled,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "taken", required = false) @Nullable Long taken,
      @RequestParam(name = "discarded", required = false) @Nullable Long discarded) {
    readers.requireKeeperOfFeeds();
    Wording words = readers.words(request);
    String message =
        taken != null
            ? words.text("quarantine.taken", taken)
            : discarded != null ? words.text("quarantine.discarded", discarded) : null;
    return show(request, new Asked(feed, reason, settled, cursor), message, null, null);
  }

  private record Asked(
      int feed, @Nullable String reason, boolean settled, @Nullable String cursor) {}

  private ResponseEntity<String> show(
      HttpServletRequest request,
      Asked asked,
      @Nullable String message,
      QuarantinePage.@Nullable Preview preview,
      @Nullable String mapping) {
    Wording words = readers.words(request);
    Page<QuarantinedRow> page =
        quarantine.rows(
            new Quarantine.Filter(asked.feed, asked.reason, asked.settled), asked.cursor, ROWS);
    long count =
        quarantine.groups().stream()
            .filter(group -> group.feed() == asked.feed)
            .filter(group -> asked.reason == null || group.reason().equals(asked.reason))
            .mapToLong(Quarantine.Group::rows)
            .sum();
    String next = page.next();
    return pages.show(
        "quarantine",
        new QuarantinePage(
            readers.frame(request, "feeds.quarantine", "feeds"),
            asked.feed,
            asked.reason,
            asked.reason == null ? null : words.reason(asked.reason),
            asked.settled,
            words.whole(count),
            message,
            preview,
            mapping,
            page.items().stream().map(row -> row(row, words)).toList(),
            next == null
                ? null
                : address(asked.feed, asked.reason)
                    + "&settled="
                    + asked.settled
                    + "&cursor="
                    + next));
  }

  private static QuarantinePage.Row row(QuarantinedRow row, Wording words) {
    QuarantinedRow.Settled settled = row.settled();
    return new QuarantinePage.Row(
        row.id(),
        words.time(row.receivedAt(), ZoneOffset.UTC),
        row.file(),
        place(row, words),
        words.reason(row.reason()),
        settled == null
            ? null
            : words.text(
                "quarantine.settled-by",
                words.term("outcome", settled.outcome()),
                settled.by(),
                words.time(settled.at(), ZoneOffset.UTC)));
  }

  private static String place(QuarantinedRow row, Wording words) {
    String file = FeedsController.brief(row.file());
    return row.column() == null
        ? words.text("feeds.line", file, row.line())
        : words.text("feeds.line-and-column", file, row.line(), row.column());
  }

  @PostMapping("/feeds/quarantine")
  ResponseEntity<String> act(
      HttpServletRequest request,
      @RequestParam("feed") int feed,
      @RequestParam(name = "reason", required = false) @Nullable String reason,
      @RequestParam(name = "mapping", required = false) @Nullable String mapping,
      @RequestParam(name = "because", defaultValue = "") String because,
      @RequestParam("act") String act) {
    Actor actor = operator();
    String why = reason == null || reason.isEmpty() ? null : reason;
    Selection all = new Selection.Group(feed, why);
    String text = mapping == null || mapping.isBlank() ? null : mapping;
    Correction correction = new Correction(text, null, Map.of(), null);
    return switch (act) {
      case "preview" ->
          show(
              request,
              new Asked(feed, why, false, null),
              null,
              preview(desk.preview(actor, all, correction), readers.words(request)),
              text);
      case "replay" ->
          see(address(feed, why) + "&taken=" + desk.replay(actor, all, correction).taken());
      case "discard" ->
          see(address(feed, null) + "&discarded=" + desk.discard(actor, all, reasonOf(because)));
      default -> throw new NoSuchPage();
    };
  }

  private static String reasonOf(String because) {
    if (because.isBlank()) {
      throw new NoSuchPage();
    }
    return because;
  }

  private static QuarantinePage.Preview preview(ReplayReport report, Wording words) {
    List<FeedsPage.Group> stay = new ArrayList<>();
    new TreeMap<>(report.refused())
        .forEach((why, count) ->
            stay.add(new FeedsPage.Group("", words.reason(why), words.whole(count), "")));
    return new QuarantinePage.Preview(
        words.whole(report.taken()), words.whole(report.known()), stay);
  }

  @GetMapping("/feeds/quarantine/{row}")
  ResponseEntity<String> row(HttpServletRequest request, @PathVariable("row") long row) {
    return show(request, row, null);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, long number, @Nullable String message) {
    QuarantinedContent content = desk.show(operator(), number).orElseThrow(NoSuchPage::new);
    Wording words = readers.words(request);
    List<QuarantinedRowPage.Field> fields = new ArrayList<>();
    for (QuarantinedContent.Field field : content.fields()) {
      fields.add(
          new QuarantinedRowPage.Field(
              "field-" + fields.size(),
              field.column(),
              field.value(),
              field.masked(),
              field.blamed()));
    }
    return pages.show(
        "quarantined-row",
        new QuarantinedRowPage(
            readers.frame(request, "quarantine.row", "feeds"),
            number,
            content.row().feed(),
            place(content.row(), words),
            content.row().file(),
            words.reason(content.row().reason()),
            content.masked(),
            content.text(),
            fields,
            message));
  }

  @PostMapping("/feeds/quarantine/{row}")
  ResponseEntity<String> settle(
      HttpServletRequest request,
      @PathVariable("row") long row,
      @RequestParam("act") String act,
      @RequestParam(name = "because", defaultValue = "") String because,
      @RequestParam Map<String, String> all) {
    Actor actor = operator();
    Selection one = new Selection.Rows(List.of(row));
    if (act.equals("discard")) {
      desk.discard(actor, one, reasonOf(because));
      return see("/feeds");
    }
    Correction correction = correction(all);
    if (act.equals("replay")) {
      ReplayReport report = desk.replay(actor, one, correction);
      if (report.stay() == 0) {
        return see("/feeds");
      }
      return show(request, row, stays(report, readers.words(request)));
    }
    return show(request, row, stays(desk.preview(actor, one, correction), readers.words(request)));
  }

  private static String stays(ReplayReport report, Wording words) {
    return report.stay() == 0
        ? words.text("quarantine.would-pass")
        : words.text(
            "quarantine.stays",
            report.refused().keySet().stream()
                .map(words::reason)
                .collect(Collectors.joining("; ")));
  }

  /** Only what somebody typed: a masked value stays what it is unless it is replaced. */
  private static Correction correction(Map<String, String> all) {
    Map<String, String> values = new LinkedHashMap<>();
    all.forEach((name, value) -> {
      if (name.startsWith("new.") && !value.isEmpty()) {
        values.put(name.substring("new.".length()), value);
      }
    });
    String text = all.get("text");
    return new Correction(null, null, values, text == null || text.isBlank() ? null : text);
  }

  private Actor operator() {
    readers.requireKeeperOfFeeds();
    return readers.require(AccessPurpose.OPERATION);
  }

  private static ResponseEntity<String> see(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, URI.create(address).toString())
        .build();
  }
}
