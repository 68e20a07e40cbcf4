package io.cornerstore.profile.web;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.Counter.Newcomer;
import io.cornerstore.profile.Counter.Note;
import io.cornerstore.profile.Counter.Said;
import io.cornerstore.profile.Statement;
import io.cornerstore.profile.web.json.StatementJson;
import io.cornerstore.profile.web.json.SummaryJson;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What is written down while the customer is there. Each writing counts once for a key. */
@RestController
final class CounterApi {

  private static final int MOST_SHOWN = 20;
  private static final Map<String, Channel> CHANNELS =
      Map.of("counter", Channel.OTHER, "phone", Channel.SERVICE_CALL);
  private static final Map<String, CustomerKind> KINDS =
      Map.of("person", CustomerKind.PERSON, "organization", CustomerKind.ORGANIZATION);
  private static final Map<String, PersonalField> FIELDS =
      Set.of(PersonalField.values()).stream()
          .collect(Collectors.toUnmodifiableMap(PersonalField::token, field -> field));
  private static final Map<String, Statement.Reason> REASONS =
      Set.of(Statement.Reason.values()).stream()
          .collect(Collectors.toUnmodifiableMap(Statement.Reason::code, reason -> reason));

  /** What was written. */
  record WrittenJson(UUID customer, UUID statement) {}

  /** A customer that was added. */
  record AddedJson(UUID customer) {}

  /** Statements, newest first. */
  record StatementsJson(List<StatementJson> items) {}

  /** Somebody who may be the one described. */
  @Personal
  record LookalikeJson(SummaryJson customer, List<String> agrees) {
    @Override
    public String toString() {
      return "LookalikeJson[•••]";
    }
  }

  /** Those who may be. */
  record LookalikesJson(List<LookalikeJson> items) {}

  private final Counter counter;
  private final Caller.Desk desk;
  private final IdempotentWrites writes;
  private final JsonMapper json;

  CounterApi(Counter counter, Caller.Desk desk, IdempotentWrites writes, JsonMapper json) {
    this.counter = counter;
    this.desk = desk;
    this.writes = writes;
    this.json = json;
  }

  @PostMapping(
      path = "/api/v1/customers/{id}/corrections",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> correct(
      @PathVariable UUID id,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose,
      @RequestHeader(name = IdempotentWrites.HEADER, required = false) @Nullable String key) {
    Caller caller = desk.caller(purpose);
    JsonBody asked = JsonBody.parse(body, json);
    Said said = said(asked, key);
    asked.end();
    return once(
        caller,
        request(key, "correct " + id, body),
        () ->
            written(
                id, counter.correct(new CustomerId(id), said, caller.actor(), caller.purpose())));
  }

  @PostMapping(path = "/api/v1/customers/{id}/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> note(
      @PathVariable UUID id,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose,
      @RequestHeader(name = IdempotentWrites.HEADER, required = false) @Nullable String key) {
    Caller caller = desk.caller(purpose);
    JsonBody asked = JsonBody.parse(body, json);
    Note note =
        new Note(key == null ? "" : key, asked.text("text", Counter.LONGEST_NOTE), channel(asked));
    asked.end();
    return once(
        caller,
        request(key, "note " + id, body),
        () ->
            written(id, counter.note(new CustomerId(id), note, caller.actor(), caller.purpose())));
  }

  @PostMapping(
      path = "/api/v1/customers/{id}/statements/{statement}/withdrawal",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> withdraw(
      @PathVariable UUID id,
      @PathVariable UUID statement,
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose,
      @RequestHeader(name = IdempotentWrites.HEADER, required = false) @Nullable String key) {
    Caller caller = desk.caller(purpose);
    JsonBody asked = JsonBody.parse(body, json);
    Statement.Reason reason = asked.choice("reason", REASONS, Statement.Reason.MISTAKE);
    asked.end();
    return once(
        caller,
        request(key, "withdraw " + id + " " + statement, body),
        () -> {
          counter.withdraw(new CustomerId(id), statement, reason, caller.actor(), caller.purpose());
          return written(id, statement);
        });
  }

  @GetMapping("/api/v1/customers/{id}/statements")
  StatementsJson statements(
      @PathVariable UUID id,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    return new StatementsJson(
        counter.statements(new CustomerId(id), caller.actor(), caller.purpose()).stream()
            .map(StatementJson::of)
            .toList());
  }

  @PostMapping(path = "/api/v1/lookalikes", consumes = MediaType.APPLICATION_JSON_VALUE)
  LookalikesJson lookalikes(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    Newcomer newcomer = newcomer(JsonBody.parse(body, json), "");
    return new LookalikesJson(
        counter.lookalikes(newcomer, caller.actor(), caller.purpose()).stream()
            .map(one -> new LookalikeJson(SummaryJson.of(one.customer()), one.agrees()))
            .toList());
  }

  @PostMapping(path = "/api/v1/customers", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> add(
      @RequestBody byte[] body,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose,
      @RequestHeader(name = IdempotentWrites.HEADER, required = false) @Nullable String key) {
    Caller caller = desk.caller(purpose);
    Newcomer newcomer = newcomer(JsonBody.parse(body, json), key);
    return once(
        caller,
        request(key, "add", body),
        () ->
            json.writeValueAsString(
                new AddedJson(counter.add(newcomer, caller.actor(), caller.purpose()).value())));
  }

  private static Newcomer newcomer(JsonBody asked, @Nullable String key) {
    Said said = said(asked, key);
    CustomerKind kind = asked.choice("kind", KINDS, CustomerKind.PERSON);
    Set<CustomerId> notThese = new HashSet<>();
    asked.ids("notThese", 0, MOST_SHOWN).forEach(id -> notThese.add(new CustomerId(id)));
    asked.end();
    return new Newcomer(said, kind, notThese);
  }

  private static Said said(JsonBody asked, @Nullable String key) {
    return new Said(
        key == null ? "" : key,
        asked.texts("values", FIELDS, Counter.LONGEST_VALUE),
        channel(asked));
  }

  private static Channel channel(JsonBody asked) {
    return asked.choice("channel", CHANNELS, Channel.OTHER);
  }

  private static IdempotentWrites.Request request(@Nullable String key, String kind, byte[] body) {
    return new IdempotentWrites.Request(key, kind, new String(body, StandardCharsets.UTF_8));
  }

  private String written(UUID customer, UUID statement) {
    return json.writeValueAsString(new WrittenJson(customer, statement));
  }

  private ResponseEntity<String> once(
      Caller caller, IdempotentWrites.Request request, Supplier<String> write) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(writes.once(caller.actor(), request, write));
  }
}
