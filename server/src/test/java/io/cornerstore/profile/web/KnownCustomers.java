package io.cornerstore.profile.web;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.testkit.Shared;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A server that knows two customers, of whom Ada has bought five times. */
final class KnownCustomers implements AutoCloseable {

  static final Shared<KnownCustomers> SHARED =
      Shared.of(KnownCustomers.class, KnownCustomers::start);

  private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

  final ApiServer server;
  final JsonNode document;

  /** Her id. */
  final String ada;

  private final DescribedApi api;

  private KnownCustomers(DescribedApi api) throws InterruptedException {
    this.api = api;
    this.server = api.server;
    this.document = api.document;
    List<IncomingEvent> events = new ArrayList<>();
    events.add(person("crm", "c-1", "Ada", "Hale", "ada.hale@example.org"));
    events.add(person("crm", "c-2", "Benedict", "Okonkwo", "ben@example.com"));
    for (int i = 0; i < 5; i++) {
      events.add(purchase("c-1", "W-" + i, AT.plusSeconds(86_400L * i)));
    }
    server.submit(events);
    this.ada = idOf("ada.hale@example.org");
  }

  private static KnownCustomers start() throws Exception {
    return new KnownCustomers(DescribedApi.start());
  }

  static IncomingEvent person(
      String source, String key, String given, String family, String email) {
    return event(
        source,
        key,
        "p-" + key,
        List.of(
            new GivenValue(PersonalField.GIVEN_NAME, given),
            new GivenValue(PersonalField.FAMILY_NAME, family),
            new GivenValue(PersonalField.EMAIL, email),
            new GivenValue(PersonalField.COUNTRY, "GB")),
        null,
        AT);
  }

  private static IncomingEvent purchase(String key, String order, Instant at) {
    OrderLine line =
        new OrderLine(
            "S1",
            "Green tea",
            BigDecimal.TWO,
            null,
            new Money(1234, "GBP"),
            "Tea",
            "Leafworks",
            true);
    return event(
        "crm",
        key,
        "o-" + order,
        List.of(),
        new Interaction(
            InteractionType.PURCHASE,
            order,
            null,
            null,
            null,
            null,
            "left with a neighbour",
            null,
            null,
            null,
            List.of(line)),
        at);
  }

  private static IncomingEvent event(
      String source,
      String key,
      String message,
      List<GivenValue> values,
      @Nullable Interaction interaction,
      Instant at) {
    return new IncomingEvent(
        new SourceSystem(source),
        Channel.WEB_ORDER,
        Party.FIRST_PARTY,
        Basis.DECLARED,
        60,
        message,
        new IncomingEvent.Subject(new SourceSystem(source), key, SubjectKind.PERSON),
        values,
        interaction,
        Map.of(),
        "GB",
        at,
        at);
  }

  String idOf(String text) {
    JsonNode hits =
        read(
            server.post("/api/v1/search", "{\"text\":\"" + text + "\"}", null),
            200,
            "/api/v1/search",
            "post");
    return hits.path("items").path(0).path("id").asString("");
  }

  /** See {@link DescribedApi#read}. */
  JsonNode read(HttpResponse<String> response, int status, String route, String method) {
    return api.read(response, status, route, method);
  }

  JsonNode get(String path, int status, String route) {
    return read(server.get(path), status, route, "get");
  }

  @Override
  public void close() {
    api.close();
  }
}
