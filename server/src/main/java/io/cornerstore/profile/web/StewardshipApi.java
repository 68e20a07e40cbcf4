package io.cornerstore.profile.web;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.web.json.HistoryJson.OutcomeJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Decisions about who is who. Each is carried out once for an idempotency key. */
@RestController
final class StewardshipApi {

  private static final int LONGEST_REASON = 500;
  private static final int MOST_CUSTOMERS = 20;
  private static final int MOST_SUBJECTS = 1_000;

  private final Stewardship stewardship;
  private final Caller.Desk desk;
  private final IdempotentWrites writes;
  private final JsonMapper json;

  StewardshipApi(
      Stewardship stewardship, Caller.Desk desk, IdempotentWrites writes, JsonMapper json) {
    this.stewardship = stewardship;
    this.desk = desk;
    this.writes = writes;
    this.json = json;
  }

  @PostMapping(path = "/api/v1/merges", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> merge(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose,
      @RequestHeader(name = IdempotentWrites.HEADER, required = false) @Nullable String key) {
    Caller caller = steward(purpose);
    JsonBody asked = JsonBody.parse(body, json);
    List<CustomerId> customers =
        asked.ids("customers", 2, MOST_CUSTOMERS).stream().map(CustomerId::new).toList();
    String reason = asked.text("reason", LONGEST_REASON);
    asked.end();
    return once(
        caller,
        new IdempotentWrites.Request(key, "merge", text(body)),
        () -> stewardship.merge(caller.actor(), customers, reason));
  }

  @PostMapping(path = "/api/v1/splits", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> split(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose,
      @RequestHeader(name = IdempotentWrites.HEADER, required = false) @Nullable String key) {
    Caller caller = steward(purpose);
    JsonBody asked = JsonBody.parse(body, json);
    CustomerId customer = new CustomerId(asked.id("customer"));
    List<UUID> subjects = asked.ids("subjects", 1, MOST_SUBJECTS);
    String reason = asked.text("reason", LONGEST_REASON);
    asked.end();
    return once(
        caller,
        new IdempotentWrites.Request(key, "split", text(body)),
        () ->
            stewardship.split(
                caller.actor(),
                customer,
                subjects.stream().map(SubjectId::new).collect(Collectors.toSet()),
                reason));
  }

  @PostMapping(path = "/api/v1/decisions/{id}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> undo(
      @PathVariable UUID id,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose,
      @RequestHeader(name = IdempotentWrites.HEADER, required = false) @Nullable String key) {
    Caller caller = steward(purpose);
    JsonBody asked = JsonBody.parse(body, json);
    String reason = asked.text("reason", LONGEST_REASON);
    asked.end();
    return once(
        caller,
        new IdempotentWrites.Request(key, "undo " + id, text(body)),
        () -> stewardship.undo(caller.actor(), id, reason));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private Caller steward(@Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    if (!caller.purpose().equals(AccessPurpose.STEWARDSHIP)) {
      throw new AccessDeniedProblem("decisions are made for the purpose 'stewardship'");
    }
    return caller;
  }

  private ResponseEntity<String> once(
      Caller caller, IdempotentWrites.Request request, Supplier<Decision> decide) {
    String outcome =
        writes.once(
            caller.actor(), request, () -> json.writeValueAsString(OutcomeJson.of(decide.get())));
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(outcome);
  }
}
