package io.cornerstore.contract;

import io.cornerstore.contract.ApiCall.Kind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares an answer with what its operation promises. Thread-safe. */
final class AnswerJudge {

  private static final String PROBLEM = "application/problem+json";

  private final JsonSchema schema;
  private final JsonNode problem;

  AnswerJudge(JsonNode document, JsonSchema schema) {
    this.schema = schema;
    this.problem = document.path("components").path("schemas").path("Problem");
  }

  /** What is wrong with the answer; empty when nothing is. */
  List<String> faults(ApiCall call, HttpResponse<String> answer) {
    List<String> faults = new ArrayList<>();
    int status = answer.statusCode();
    String type =
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .split(";")[0]
            .toLowerCase(Locale.ROOT);
    if (status >= 500
        && !(status == 503 && answer.headers().firstValue("Retry-After").isPresent())) {
      faults.add("the server failed");
    }
    if (call.kind() == Kind.WRONG_METHOD) {
      wrongMethod(call, answer, type, faults);
    } else {
      described(call, answer, type, faults);
    }
    if (call.kind().wrong() && call.operation().strict() && status < 400) {
      faults.add("a wrong request was accepted");
    }
    if (call.kind() == Kind.TOO_LARGE && status != 413) {
      faults.add("a body that is too large has to be answered with 413");
    }
    if (status >= 400 && answer.body().toLowerCase(Locale.ROOT).contains("quokkabert")) {
      faults.add("the refusal repeats what was sent");
    }
    if (status == 401
        && call.operation().strict()
        && answer.headers().firstValue("WWW-Authenticate").isEmpty()) {
      faults.add("401 without WWW-Authenticate");
    }
    return faults;
  }

  private void wrongMethod(
      ApiCall call, HttpResponse<String> answer, String type, List<String> faults) {
    // Beside the API, odd paths and forms without their token are refused before anything else.
    if (!call.operation().strict() && (answer.statusCode() == 403 || answer.statusCode() == 400)) {
      return;
    }
    byte[] body = call.body();
    if (answer.statusCode() == 413 && body != null && body.length > CallMaker.LARGEST) {
      return;
    }
    if (answer.statusCode() != 405) {
      faults.add("a method that is not there has to be answered with 405");
      return;
    }
    if (answer.headers().firstValue("Allow").isEmpty()) {
      faults.add("405 without Allow");
    }
    if (call.operation().strict()) {
      if (!type.equals(PROBLEM)) {
        faults.add("405 is answered as '" + type + "'");
      } else {
        body(problem, answer.body(), faults);
      }
    }
  }

  private void described(
      ApiCall call, HttpResponse<String> answer, String type, List<String> faults) {
    Map<String, JsonNode> contents = call.operation().answers().get("" + answer.statusCode());
    if (contents == null) {
      faults.add("the status is not described");
      return;
    }
    if (contents.isEmpty()) {
      if (!answer.body().isEmpty()) {
        faults.add("a body where none is described");
      }
      return;
    }
    JsonNode described = contents.get(type);
    if (described == null) {
      faults.add("content type '" + type + "' is not described");
    } else if (type.endsWith("json")) {
      body(described, answer.body(), faults);
    }
  }

  private void body(JsonNode described, String body, List<String> faults) {
    try {
      faults.addAll(schema.faults(described, JsonMapper.shared().readTree(body)));
    } catch (JacksonException _) {
      faults.add("the body is not JSON");
    }
  }
}
