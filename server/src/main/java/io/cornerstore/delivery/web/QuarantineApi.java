package io.cornerstore.delivery.web;

import io.cornerstore.access.Actor;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantineDesk;
import io.cornerstore.intake.QuarantineDesk.Correction;
import io.cornerstore.intake.QuarantineDesk.ReplayReport;
import io.cornerstore.intake.QuarantineDesk.Selection;
import io.cornerstore.intake.QuarantinedContent;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.kernel.Page;
import io.cornerstore.profile.web.ApiProblem;
import io.cornerstore.profile.web.Caller;
import io.cornerstore.profile.web.JsonBody;
import io.cornerstore.profile.web.ProblemType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Rows that could not be read. Settling a row twice changes nothing the second time. */
@RestController
final class QuarantineApi {

  private static final int MOST_ROWS = 1_000;
  private static final int LONGEST_TEXT = 60_000;

  private final Quarantine quarantine;
  private final QuarantineDesk desk;
  private final Caller.Desk callers;
  private final JsonMapper json;

  QuarantineApi(Quarantine quarantine, QuarantineDesk desk, Caller.Desk callers, JsonMapper json) {
    this.quarantine = quarantine;
    this.desk = desk;
    this.callers = callers;
    this.json = json;
  }

  record GroupsJson(List<Quarantine.Group> groups) {}

  record RowsJson(List<QuarantinedRow> rows, @Nullable String next) {}

  @GetMapping("/api/v1/quarantine/groups")
  GroupsJson groups(
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Operators.actor(callers, purpose);
    return new GroupsJson(quarantine.groups());
  }

  @GetMapping("/api/v1/quarantine")
  RowsJson rows(
      @RequestParam(required = false) @Nullable Integer feed,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(defaultValue = "false") boolean settled,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Operators.actor(callers, purpose);
    int most = Operators.limit(limit, MOST_ROWS);
    Quarantine.Filter filter = new Quarantine.Filter(Operators.feed(feed), reason, settled);
    try {
      Page<QuarantinedRow> page = quarantine.rows(filter, cursor, most);
      return new RowsJson(page.items(), page.next());
    } catch (IllegalArgumentException e) {
      throw ApiProblem.parameter("cursor", "is none of this list");
    }
  }

  @GetMapping("/api/v1/quarantine/{row}")
  QuarantinedContent row(
      @PathVariable long row,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    return desk.show(Operators.actor(callers, purpose), row)
        .orElseThrow(() ->
            new ApiProblem(
                ProblemType.NOT_FOUND,
                "No content is kept of row " + row + "; maybe it is settled."));
  }

  private record Wanted(Selection selection, Correction correction) {}

  @PostMapping(path = "/api/v1/quarantine/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  ReplayReport preview(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    Wanted wanted = wanted(body);
    return desk.preview(actor, wanted.selection, wanted.correction);
  }

  @PostMapping(path = "/api/v1/quarantine/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  ReplayReport replay(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    Wanted wanted = wanted(body);
    return desk.replay(actor, wanted.selection, wanted.correction);
  }

  record DiscardedJson(long discarded) {}

  @PostMapping(path = "/api/v1/quarantine/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  DiscardedJson discard(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    JsonBody asked = JsonBody.parse(body, json);
    Selection selection = selection(asked);
    String because = asked.text("because", 400);
    asked.end();
    return new DiscardedJson(desk.discard(actor, selection, because));
  }

  private Wanted wanted(byte[] body) {
    JsonBody asked = JsonBody.parse(body, json);
    Selection selection = selection(asked);
    String mapping = asked.optionalText("mapping", LONGEST_TEXT);
    String text = asked.optionalText("text", LONGEST_TEXT);
    Map<String, String> values = asked.texts("values", LONGEST_TEXT);
    asked.end();
    return new Wanted(selection, new Correction(mapping, null, values, text));
  }

  /** Either rows, or a feed and maybe a reason. */
  private static Selection selection(JsonBody asked) {
    List<Long> rows = asked.numbers("rows", MOST_ROWS);
    Integer feed = asked.optionalNumber("feed");
    String reason = asked.optionalText("reason", 500);
    if (rows.isEmpty() == (feed == null)) {
      asked.mistake("rows", "either rows are named, or a feed");
    }
    return feed == null ? new Selection.Rows(rows) : new Selection.Group(feed, reason);
  }
}
