package io.cornerstore.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.delivery.Exports;
import io.cornerstore.delivery.Exports.Asked;
import io.cornerstore.delivery.Exports.ChangedCustomer;
import io.cornerstore.delivery.Exports.Chunk;
import io.cornerstore.delivery.Exports.CrossReference;
import io.cornerstore.delivery.Exports.GoldenRow;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.web.ApiProblem;
import io.cornerstore.profile.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers for other systems, page by page. */
@RestController
final class ExportsApi {

  private final Exports exports;
  private final Caller.Desk callers;

  ExportsApi(Exports exports, Caller.Desk callers) {
    this.exports = exports;
    this.callers = callers;
  }

  record PageJson(List<?> rows, String cursor, boolean more) {}

  record GoldenJson(
      UUID customer, String kind, long version, String since, Map<String, String> fields) {

    static GoldenJson of(GoldenRow row) {
      Map<String, String> fields = new TreeMap<>();
      row.fields().forEach((field, value) -> fields.put(field.token(), value));
      return new GoldenJson(
          row.customer().value(), row.kind(), row.version(), row.since().toString(), fields);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CrossReferenceJson(String source, @Nullable String key, UUID subject, UUID customer) {

    static CrossReferenceJson of(CrossReference row) {
      return new CrossReferenceJson(
          row.source(), row.key(), row.subject().value(), row.customer().value());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangeJson(
      UUID customer,
      long version,
      String status,
      @Nullable UUID mergedInto,
      @Nullable GoldenJson golden) {

    static ChangeJson of(ChangedCustomer row) {
      CustomerId into = row.mergedInto();
      GoldenRow golden = row.golden();
      return new ChangeJson(
          row.customer().value(),
          row.version(),
          row.status(),
          into == null ? null : into.value(),
          golden == null ? null : GoldenJson.of(golden));
    }
  }

  @GetMapping("/api/v1/exports/golden")
  PageJson golden(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "500") int limit,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    return page(exports::golden, GoldenJson::of, asked(purpose, cursor, limit));
  }

  @GetMapping("/api/v1/exports/cross-reference")
  PageJson crossReference(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "500") int limit,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    return page(exports::crossReference, CrossReferenceJson::of, asked(purpose, cursor, limit));
  }

  @GetMapping("/api/v1/exports/changes")
  PageJson changes(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "500") int limit,
      @RequestHeader(name = Caller.HEADER, required = false) @Nullable String purpose) {
    return page(exports::changes, ChangeJson::of, asked(purpose, cursor, limit));
  }

  private Asked asked(@Nullable String purpose, @Nullable String cursor, int limit) {
    Caller caller = callers.caller(purpose);
    return new Asked(
        caller.actor(), caller.purpose(), cursor, Operators.limit(limit, Exports.MOST));
  }

  private static <T> PageJson page(
      Function<Asked, Chunk<T>> export, Function<T, Object> json, Asked asked) {
    try {
      Chunk<T> chunk = export.apply(asked);
      return new PageJson(chunk.rows().stream().map(json).toList(), chunk.cursor(), chunk.more());
    } catch (IllegalArgumentException e) {
      throw ApiProblem.parameter("cursor", "is none of this export");
    }
  }
}
