package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiScope;
import io.cornerstore.access.Role;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Segments;
import io.cornerstore.profile.Shelves;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written down at the counter, over the whole server. */
class CounterModuleTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
  private static final String CUSTOMERS = "/api/v1/customers";

  private static ApiServer server;
  private static JsonNode document;
  private static String secret;
  private static int keys;

  @BeforeAll
  static void start() throws Exception {
    server = ApiServer.start();
    secret = server.issue("till", ApiScope.SERVICE, ApiScope.COUNTER);
    document = JSON.readTree(server.send("GET", "/openapi.json", null, Map.of()).body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String arrive(String key, String given, String family, String email)
      throws InterruptedException {
    return arrive(key, given, family, email, "07700 900123");
  }

  private static String arrive(String key, String given, String family, String email, String phone)
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

  private static String search(String text) {
    return read(
            send("POST", "/api/v1/search", "{\"text\":\"" + text + "\"}", null),
            200,
            "/api/v1/search",
            "post")
        .at("/items/0/id")
        .asString("");
  }

  private static HttpResponse<String> send(
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

  private static JsonNode read(
      HttpResponse<String> response, int status, String route, String method) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode described =
        document.path("paths").path(route).path(method).path("responses").path("" + status);
    if (described.has("$ref")) {
      described = document.at(described.get("$ref").stringValue().substring(1));
    }
    String type = status < 400 ? "application/json" : "application/problem+json";
    JsonNode schema = described.path("content").path(type).path("schema");
    assertThat(schema.isMissingNode()).as("%s %s %d", method, route, status).isFalse();
    JsonNode body = JSON.readTree(response.body());
    assertThat(SchemaCheck.faults(document, schema, body)).isEmpty();
    return body;
  }

  private static JsonNode post(String customer, String what, String body, int status) {
    return post(customer, what, body, status, "key-" + keys++);
  }

  private static JsonNode post(String customer, String what, String body, int status, String key) {
    return read(
        send("POST", CUSTOMERS + "/" + customer + "/" + what, body, key),
        status,
        CUSTOMERS
            + "/{id}/"
            + what.replaceFirst("statements/[^/]+/withdrawal", "statements/{statement}/withdrawal"),
        "post");
  }

  private static JsonNode view(String customer) {
    return read(
        send("GET", CUSTOMERS + "/" + customer, null, null), 200, CUSTOMERS + "/{id}", "get");
  }

  private static JsonNode field(String customer, String token) {
    for (JsonNode field : view(customer).path("fields")) {
      if (field.path("field").asString("").equals(token)) {
        return field;
      }
    }
    return JSON.missingNode();
  }

  private static String value(String customer, String token) {
    return field(customer, token).at("/value/text").asString("");
  }

  private static void catchUp() throws InterruptedException {
    server.bean(Resolver.class).catchUp(_ -> {});
    server.bean(GoldenRecords.class).catchUp(_ -> {});
  }

  @Test
  void correct_anotherPhone_isGoldenBeforeTheResolverHasSeenIt() throws Exception {
    String ada = arrive("c-1", "Ada", "Hale", "ada@example.org");
    JsonNode written =
        post(
            ada,
            "corrections",
            "{\"values\":{\"tel\":\"07700 900999\"},\"channel\":\"phone\"}",
            201);
    assertThat(value(ada, "tel")).isEqualTo("+447700900999");
    assertThat(field(ada, "tel").at("/provenance/source").stringValue()).isEqualTo("counter");
    assertThat(field(ada, "tel").at("/provenance/basis").stringValue()).isEqualTo("declared");
    assertThat(search("07700900999")).isEqualTo(ada);
    catchUp();
    assertThat(value(ada, "tel")).isEqualTo("+447700900999");
    assertThat(server.bean(Customers.class).find(CustomerId.parse(ada)).orElseThrow().subjects())
        .hasSize(2);
    JsonNode statement =
        read(
                send("GET", CUSTOMERS + "/" + ada + "/statements", null, null),
                200,
                CUSTOMERS + "/{id}/statements",
                "get")
            .at("/items/0");
    assertThat(statement.path("id")).isEqualTo(written.path("statement"));
    assertThat(statement.path("by").stringValue()).isEqualTo("machine:till");
    assertThat(statement.path("record")).isEqualTo(field(ada, "tel").at("/provenance/record"));
    assertThat(server.bean(AuditTrail.class).about(List.of(ada), 20))
        .anySatisfy(row -> {
          assertThat(row.entry().action()).isEqualTo("counter.correct");
          assertThat(row.entry().fields()).containsExactly("tel");
          assertThat(row.entry().actor()).isEqualTo("machine:till");
        });
  }

  @Test
  void correct_partOfAnAddress_takesTheRestAlong() throws Exception {
    String id = arrive("c-2", "Benedict", "Okonkwo", "ben@example.org");
    post(id, "corrections", "{\"values\":{\"street-address\":\"9 High Street\"}}", 201);
    assertThat(value(id, "street-address")).isEqualTo("9 High Street");
    assertThat(value(id, "postal-code")).isEqualTo("GU34 1AA");
    assertThat(value(id, "address-level2")).isEqualTo("Alton");
    assertThat(value(id, "address-line2")).as("the flat was in the other house").isEmpty();
  }

  @Test
  void correct_sameKeyAgain_countsOnce() throws Exception {
    String id = arrive("c-3", "Cora", "Quill", "cora@example.org");
    String body = "{\"values\":{\"email\":\"cora.quill@example.org\"}}";
    JsonNode first = post(id, "corrections", body, 201, "same");
    assertThat(post(id, "corrections", body, 201, "same")).isEqualTo(first);
    assertThat(
            read(
                    send("GET", CUSTOMERS + "/" + id + "/statements", null, null),
                    200,
                    CUSTOMERS + "/{id}/statements",
                    "get")
                .path("items"))
        .hasSize(1);
    post(id, "corrections", "{\"values\":{\"email\":\"x@example.org\"}}", 422, "same");
  }

  @Test
  void correct_cardNumberOrMalformed_isRefusedWithPlaceAndKeepsNothing() throws Exception {
    String id = arrive("c-4", "Dora", "Finch", "dora@example.org");
    long before = records();
    JsonNode problem =
        post(
            id,
            "corrections",
            "{\"values\":{\"street-address\":\"Visa 4111 1111 1111 1111\",\"email\":\"no at sign\","
                + "\"external-id\":\"1\"}}",
            422);
    assertThat(problem.path("errors").toString())
        .contains("/values/street-address", "card", "characters 6 to 24")
        .contains("/values/email", "not well-formed")
        .contains("/values/external-id")
        .doesNotContain("4111");
    assertThat(records()).isEqualTo(before);
    assertThat(value(id, "street-address")).isEqualTo("4 Mill Lane");
  }

  private static long records() {
    return server
        .bean(JdbcClient.class)
        .sql("select last from intake.log_head")
        .query(Long.class)
        .single();
  }

  @Test
  void withdraw_correction_bringsTheValueBeforeBack() throws Exception {
    String id = arrive("c-5", "Edith", "Marsh", "edith@example.org", "07700 900321");
    String statement =
        post(id, "corrections", "{\"values\":{\"tel\":\"07700 900444\"}}", 201)
            .path("statement")
            .stringValue();
    post(id, "statements/" + statement + "/withdrawal", "{\"reason\":\"mistake\"}", 201);
    assertThat(value(id, "tel")).isEqualTo("+447700900321");
    catchUp();
    assertThat(value(id, "tel")).isEqualTo("+447700900321");
    post(id, "statements/" + statement + "/withdrawal", "{\"reason\":\"mistake\"}", 201);
  }

  @Test
  void note_plainText_standsInTheTimelineUntilItIsRemovedForGood() throws Exception {
    String id = arrive("c-6", "Fiona", "Birch", "fiona@example.org");
    String statement =
        post(id, "notes", "{\"text\":\"Prefers delivery after six.\"}", 201)
            .path("statement")
            .stringValue();
    JsonNode entry = view(id).at("/timeline/items/0");
    assertThat(entry.path("type").stringValue()).isEqualTo("note");
    assertThat(entry.path("note").stringValue()).isEqualTo("Prefers delivery after six.");
    assertThat(view(id).at("/behaviour/channelMix")).isEmpty();
    catchUp();
    post(id, "statements/" + statement + "/withdrawal", "{\"reason\":\"not-to-be-kept\"}", 201);
    assertThat(view(id).at("/timeline/items")).isEmpty();
    assertThat(
            server
                .bean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from intake.source_record
                    where item = cast(:statement as uuid) and document is not null
                    """)
                .param("statement", statement)
                .query(Long.class)
                .single())
        .isZero();
    catchUp();
  }

  @Test
  void note_whatMustNotBeKept_isRefusedByKindAndPlace() throws Exception {
    String id = arrive("c-7", "Grace", "Moor", "grace@example.org");
    long before = records();
    JsonNode problem =
        post(
            id,
            "notes",
            "{\"text\":\"She is pregnant; paid with 4111 1111 1111 1111. Pelanggan bodoh.\"}",
            422);
    assertThat(problem.path("errors").toString())
        .contains("(health) at characters 8 to 15", "(card)", "(abuse)")
        .doesNotContain("pregnant")
        .doesNotContain("4111");
    assertThat(records()).isEqualTo(before);
  }

  @Test
  void add_somebodyAlikeIsThere_showsThemFirst() throws Exception {
    String there = arrive("c-8", "Henrietta", "Vale", "henrietta@example.org");
    String said =
        "\"values\":{\"given-name\":\"Henry\",\"family-name\":\"Vale\",\"email\":\"henrietta@example.org\"}";
    JsonNode alike =
        read(
            send("POST", "/api/v1/lookalikes", "{" + said + "}", null),
            200,
            "/api/v1/lookalikes",
            "post");
    assertThat(alike.at("/items/0/customer/id").stringValue()).isEqualTo(there);
    assertThat(alike.at("/items/0/agrees").toString()).contains("email");
    JsonNode problem =
        read(send("POST", CUSTOMERS, "{" + said + "}", "a-1"), 409, CUSTOMERS, "post");
    assertThat(problem.path("detail").stringValue()).contains(there);

    String confirmed = "{" + said + ",\"notThese\":[\"" + there + "\"]}";
    String added =
        read(send("POST", CUSTOMERS, confirmed, "a-2"), 201, CUSTOMERS, "post")
            .path("customer")
            .stringValue();
    assertThat(view(added).at("/displayName/text").stringValue()).isEqualTo("Henry Vale");
    catchUp();
    assertThat(view(added).path("id").stringValue()).as("not joined").isEqualTo(added);
    assertThat(view(there).path("id").stringValue()).isEqualTo(there);
    assertThat(view(added).path("version").longValue()).isPositive();
    assertThat(
            read(send("POST", CUSTOMERS, confirmed, "a-2"), 201, CUSTOMERS, "post")
                .path("customer")
                .stringValue())
        .isEqualTo(added);
  }

  @Test
  void statements_ofMergedAndSplitCustomers_goWithTheirSubjects() throws Exception {
    String one = arrive("c-9", "Iris", "Lark", "iris@example.org", "07700 900501");
    String two = arrive("c-10", "Jonas", "Pike", "jonas@example.org", "07700 900502");
    post(one, "corrections", "{\"values\":{\"tel\":\"07700 900503\"}}", 201);
    catchUp();
    JsonNode merge =
        JSON.readTree(
            server
                .post(
                    "/api/v1/merges",
                    "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"same\"}".formatted(one, two),
                    "m-1")
                .body());
    catchUp();
    assertThat(value(two, "tel")).isEqualTo("+447700900503");
    post(two, "corrections", "{\"values\":{\"email\":\"both@example.org\"}}", 201);
    catchUp();
    assertThat(value(one, "email")).isEqualTo("both@example.org");
    server.post(
        "/api/v1/decisions/" + merge.path("decision").stringValue() + "/undo",
        "{\"reason\":\"not the same\"}",
        "u-1");
    catchUp();
    assertThat(view(one).path("id")).isNotEqualTo(view(two).path("id"));
    assertThat(value(one, "tel")).isEqualTo("+447700900503");
    post(two, "corrections", "{\"values\":{\"tel\":\"07700 900504\"}}", 201);
    catchUp();
    assertThat(value(two, "tel")).isEqualTo("+447700900504");
    assertThat(value(one, "tel")).isEqualTo("+447700900503");
  }

  @Test
  void correct_keyThatOnlyReads_isRefused() throws Exception {
    String id = arrive("c-11", "Kit", "Ash", "kit@example.org");
    String clerk = server.issue("reader", ApiScope.SERVICE);
    HttpResponse<String> response =
        server.send(
            "POST",
            CUSTOMERS + "/" + id + "/notes",
            "{\"text\":\"x\"}",
            Map.of(
                "X-Purpose",
                "service",
                "Authorization",
                "Bearer " + clerk,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "r-1"));
    read(response, 403, CUSTOMERS + "/{id}/notes", "post");
  }

  @Test
  void shelves_ofOneMember_keepOrderAndLimitAndFollowMerges() throws Exception {
    Shelves shelves = server.bean(Shelves.class);
    Actor.Staff sari = new Actor.Staff(new UUID(7, 1), "Sari", Set.of(Role.SERVICE));
    String one = arrive("c-20", "Lena", "Fox", "lena@example.org", "07700 900601");
    String two = arrive("c-21", "Milo", "Roe", "milo@example.org", "07700 900602");
    shelves.visited(sari, CustomerId.parse(one));
    shelves.visited(sari, CustomerId.parse(two));
    shelves.pin(sari, CustomerId.parse(one));
    Shelves.Shelf shelf = shelves.of(sari, AccessPurpose.SERVICE, 8);
    assertThat(shelf.pinned()).extracting(each -> each.id().toString()).containsExactly(one);
    assertThat(shelf.recent()).extracting(each -> each.id().toString()).containsExactly(two);
    Actor.Staff other = new Actor.Staff(new UUID(7, 2), "Budi", Set.of(Role.SERVICE));
    assertThat(shelves.of(other, AccessPurpose.SERVICE, 8).recent()).isEmpty();

    server.post(
        "/api/v1/merges",
        "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"same\"}".formatted(one, two),
        "shelf-1");
    catchUp();
    CustomerId into = CustomerId.parse(view(two).path("id").stringValue());
    assertThat(shelves.isPinned(sari, into)).isTrue();
    assertThat(shelves.of(sari, AccessPurpose.SERVICE, 8).recent()).isEmpty();
    shelves.unpin(sari, into);
    assertThat(shelves.isPinned(sari, into)).isFalse();
    for (int i = 0; i < Shelves.MOST_VISITED + 5; i++) {
      shelves.visited(sari, new CustomerId(new UUID(9, i)));
    }
    assertThat(
            server
                .bean(JdbcClient.class)
                .sql("select count(*) from profile.visited where staff = :staff")
                .param("staff", sari.id())
                .query(Integer.class)
                .single())
        .isEqualTo(Shelves.MOST_VISITED);
  }

  @Test
  void segments_countWhatWasBoughtFromTheLogAlone() {
    assertThat(server.bean(Segments.class).grid().customers()).hasSize(25);
  }

  @Test
  void people_ofAnOrganization_areFoundByItsName() throws Exception {
    String id = arrive("c-30", "Nora", "Kemp", "nora@example.org", "07700 900701");
    post(id, "corrections", "{\"values\":{\"organization\":\"Alton Brewery\"}}", 201);
    catchUp();
    assertThat(server.bean(CustomerSearch.class).findByOrganization("Alton Brewery", 5))
        .extracting(hit -> hit.customer().toString())
        .containsExactly(id);
  }

  @Test
  void timeline_byAPartOfANumber_showsTheOrderAndWhatIsAboutIt() throws Exception {
    SourceSystem shop = new SourceSystem("shop");
    server.submit(
        List.of(
            happened(shop, "t-1", InteractionType.PURCHASE, "WX-7001", null),
            happened(shop, "t-2", InteractionType.DELIVERY, null, "WX-7001"),
            happened(shop, "t-3", InteractionType.PURCHASE, "WX-9999", null)));
    CustomerId customer = CustomerId.parse(search("WX-7001"));
    Actor.Staff clerk = new Actor.Staff(new UUID(7, 3), "Clerk", Set.of(Role.SERVICE));
    assertThat(
            server
                .bean(Profiles.class)
                .timeline(
                    customer,
                    TimelineFilter.ALL.withNumber("7001"),
                    null,
                    10,
                    clerk,
                    AccessPurpose.SERVICE)
                .items())
        .extracting(TimelineEntry::type)
        .containsExactly(InteractionType.DELIVERY, InteractionType.PURCHASE);
  }

  private static IncomingEvent happened(
      SourceSystem shop,
      String message,
      InteractionType type,
      @Nullable String order,
      @Nullable String refersTo) {
    Instant at = AT.plusSeconds(message.charAt(2));
    return new IncomingEvent(
        shop,
        Channel.WEB_ORDER,
        Party.FIRST_PARTY,
        Basis.OBSERVED,
        60,
        message,
        new IncomingEvent.Subject(shop, "t", SubjectKind.PERSON),
        List.of(new GivenValue(PersonalField.FAMILY_NAME, "Tern")),
        new Interaction(type, order, refersTo, null, null, null, null, null, null, null, List.of()),
        Map.of(),
        "GB",
        at,
        at);
  }

  @Test
  void correct_everythingAtOnce_neitherJoinsNorPartsAndIsFoundByTheNewName() throws Exception {
    String id = arrive("c-40", "Petra", "Lindqvist", "petra@example.org", "07700 900801");
    String other = arrive("c-41", "Runa", "Halvorsen", "runa@example.org", "07700 900802");
    post(
        id,
        "corrections",
        "{\"values\":{\"given-name\":\"Runa\",\"family-name\":\"Halvorsen\","
            + "\"email\":\"runa@example.org\",\"tel\":\"07700 900802\"}}",
        201);
    catchUp();
    assertThat(view(id).path("id").stringValue()).isEqualTo(id);
    assertThat(view(other).path("id").stringValue()).isEqualTo(other);
    assertThat(view(id).at("/identity/subjects").intValue()).isEqualTo(2);
    assertThat(found("Runa Halvorsen")).contains(id, other);
    server.bean(ResidentSubjects.class).clear();
    catchUp();
    assertThat(found("Runa Halvorsen")).as("after a load").contains(id, other);
    assertThat(found("petra lindqvist")).contains(id);
  }

  private static List<String> found(String text) {
    return server.bean(CustomerSearch.class).find(text, 10).stream()
        .map(hit -> hit.customer().toString())
        .toList();
  }
}
