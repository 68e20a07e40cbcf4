package io.cornerstore.delivery.web;

import io.cornerstore.access.Actor;
import io.cornerstore.identity.UndoEffects;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.profile.web.ApiProblem;
import io.cornerstore.profile.web.Caller;
import io.cornerstore.profile.web.JsonBody;
import io.cornerstore.profile.web.ProblemType;
import java.util.List;
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

/** Imports and their undo. */
@RestController
final class ImportsApi {

  private static final int MOST_RUNS = 500;
  private static final int LONGEST_REASON = 400;

  private final ImportRuns runs;
  private final UndoEffects effects;
  private final Caller.Desk callers;
  private final JsonMapper json;

  ImportsApi(ImportRuns runs, UndoEffects effects, Caller.Desk callers, JsonMapper json) {
    this.runs = runs;
    this.effects = effects;
    this.callers = callers;
    this.json = json;
  }

  record RunsJson(List<ImportRuns.Run> imports) {}

  @GetMapping("/api/v1/imports")
  RunsJson list(
      @RequestParam(required = false) @Nullable Integer feed,
      @RequestParam(defaultValue = "50") int limit,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Operators.actor(callers, purpose);
    return new RunsJson(runs.newest(Operators.feed(feed), Operators.limit(limit, MOST_RUNS)));
  }

  @GetMapping("/api/v1/imports/{run}")
  ImportRuns.Run run(
      @PathVariable long run,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Operators.actor(callers, purpose);
    return known(run);
  }

  record ScopeJson(
      long run,
      long records,
      long vanishingSubjects,
      long changingSubjects,
      long catalogue,
      long quarantined,
      long laterImports,
      long customers,
      long endingCustomers,
      long mergesFallingApart) {}

  @GetMapping("/api/v1/imports/{run}/undo")
  ScopeJson preview(
      @PathVariable long run,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Operators.actor(callers, purpose);
    known(run);
    ImportRuns.Scope scope = runs.scope(run);
    UndoEffects.Effect effect = effects.of(scope.vanishing(), scope.changing());
    return new ScopeJson(
        run,
        scope.records(),
        scope.vanishing().size(),
        scope.changing().size(),
        scope.catalogue(),
        scope.quarantined(),
        scope.later(),
        effect.customers(),
        effect.ending(),
        effect.fallingApart());
  }

  @PostMapping(path = "/api/v1/imports/{run}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
  ImportRuns.Undone undo(
      @PathVariable long run,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Actor actor = Operators.actor(callers, purpose);
    JsonBody asked = JsonBody.parse(body, json);
    String reason = asked.text("reason", LONGEST_REASON);
    asked.end();
    known(run);
    return runs.undo(actor, run, reason);
  }

  private ImportRuns.Run known(long run) {
    return runs.find(run)
        .orElseThrow(
            () -> new ApiProblem(ProblemType.NOT_FOUND, "There is no import " + run + "."));
  }
}
