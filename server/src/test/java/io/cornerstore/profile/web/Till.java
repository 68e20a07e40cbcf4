package io.cornerstore.profile.web;

import io.cornerstore.access.ApiScope;
import io.cornerstore.identity.Resolver;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A till that writes what customers say at the counter, and the server behind it. */
final class Till implements AutoCloseable {

  static final Shared<Till> SHARED = Shared.of(Till.class, Till::start);
  static final String CUSTOMERS = "/api/v1/customers";
  static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

  final ApiServer server;
  private final DescribedApi api;
  private final String secret;
  private int keys;

  private Till(DescribedApi api) {
    this.api = api;
    this.server = api.server;
    this.secret = server.issue("till", ApiScope.SERVICE, ApiScope.COUNTER);
  }

  private static Till start() {
    return new Till(DescribedApi.start());
  }

  String arrive(String key, String given, String family, String email) throws InterruptedException {
    return arrive(key, given, family, email, "07700 900123");
  }

  String arrive(String key, String given, String family, String email, String phone)
      throws InterruptedException {
    List<GivenValue> values = new ArrayList<>();
    values.add(new GivenValue(PersonalField.GIVEN_NAME, given));
    values.add(new GivenValue(PersonalField.FAMILY_NAME, family));
    values.add(new GivenValue(PersonalField.EMAIL, email));
    values.add(new GivenValue(PersonalField.PHONE, phone));
    values.add(new GivenValue(PersonalField.STREET_ADDRESS, "4 Mill Lane"));
    values.add(new GivenValue(PersonalField.ADDRESS_LINE2, "Flat 2"));
    values.add(new GivenValue(PersonalField.LOCALITY, "Alton"));
    values.add(new GivenValue(PersonalField.POSTAL_CODE, "GU34 1AA"));
    values.add(new GivenValue(PersonalField.COUNTRY, "GB"));
    SourceSystem source = new SourceSystem("crm");
    server.submit(
        List.of(
            new IncomingEvent(
                source,
                Channel.WEB_ORDER,
                Party.FIRST_PARTY,
                Basis.DECLARED,
                60,
                "p-" + key,
                new IncomingEvent.Subject(source, key, SubjectKind.PERSON),
                values,
                null,
                Map.of(),
                "GB",
                AT,
                AT)));
    return search(email);
  }

  String search(String text) {
    return read(
            send("POST", "/api/v1/search", "{\"text\":\"" + text + "\"}", null),
            200,
            "/api/v1/search",
            "post")
        .at("/items/0/id")
        .asString("");
  }

  HttpResponse<String> send(
      String method, String path, @Nullable String body, @Nullable String key) {
    return server.send(
        method,
        path,
        body,
        Map.of(
            "X-Purpose",
            "service",
            "Authorization",
            "Bearer " + secret,
            "Content-Type",
            body == null ? "" : "application/json",
            "Idempotency-Key",
            key == null ? "" : key));
  }

  /** See {@link DescribedApi#read}. */
  JsonNode read(HttpResponse<String> response, int status, String route, String method) {
    return api.read(response, status, route, method);
  }

  JsonNode post(String customer, String what, String body, int status) {
    return post(customer, what, body, status, "key-" + keys++);
  }

  JsonNode post(String customer, String what, String body, int status, String key) {
    return read(
        send("POST", CUSTOMERS + "/" + customer + "/" + what, body, key),
        status,
        CUSTOMERS
            + "/{id}/"
            + what.replaceFirst("statements/[^/]+/withdrawal", "statements/{statement}/withdrawal"),
        "post");
  }

  JsonNode view(String customer) {
    return read(
        send("GET", CUSTOMERS + "/" + customer, null, null), 200, CUSTOMERS + "/{id}", "get");
  }

  JsonNode field(String customer, String token) {
    for (JsonNode field : view(customer).path("fields")) {
      if (field.path("field").asString("").equals(token)) {
        return field;
      }
    }
    return MissingNode.getInstance();
  }

  String value(String customer, String token) {
    return field(customer, token).at("/value/text").asString("");
  }

  void catchUp() throws InterruptedException {
    server.bean(Resolver.class).catchUp(_ -> {});
    server.bean(GoldenRecords.class).catchUp(_ -> {});
  }

  long records() {
    return server
        .bean(JdbcClient.class)
        .sql("select last from intake.log_head")
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    api.close();
  }
}
