package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.ApiScope;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a customer corrects at the counter, over the whole server. */
class CounterCorrectionsModuleTest {

  @RegisterExtension static final Shared<Till> SHARED = Till.SHARED;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Till till;

  CounterCorrectionsModuleTest(Till till) {
    this.till = till;
  }

  @Test
  void correct_anotherPhone_isGoldenBeforeTheResolverHasSeenIt() throws Exception {
    String ada = till.arrive("c-1", "Ada", "Hale", "ada@example.org");
    JsonNode written =
        till.post(
            ada,
            "corrections",
            "{\"values\":{\"tel\":\"07700 900999\"},\"channel\":\"phone\"}",
            201);
    assertThat(till.value(ada, "tel")).isEqualTo("+447700900999");
    assertThat(till.field(ada, "tel").at("/provenance/source").stringValue()).isEqualTo("counter");
    assertThat(till.field(ada, "tel").at("/provenance/basis").stringValue()).isEqualTo("declared");
    assertThat(till.search("07700900999")).isEqualTo(ada);
    till.catchUp();
    assertThat(till.value(ada, "tel")).isEqualTo("+447700900999");
    assertThat(
            till.server.bean(Customers.class).find(CustomerId.parse(ada)).orElseThrow().subjects())
        .hasSize(2);
    JsonNode statement =
        till.read(
                till.send("GET", Till.CUSTOMERS + "/" + ada + "/statements", null, null),
                200,
                Till.CUSTOMERS + "/{id}/statements",
                "get")
            .at("/items/0");
    assertThat(statement.path("id")).isEqualTo(written.path("statement"));
    assertThat(statement.path("by").stringValue()).isEqualTo("machine:till");
    assertThat(statement.path("record")).isEqualTo(till.field(ada, "tel").at("/provenance/record"));
    assertThat(till.server.bean(AuditTrail.class).about(List.of(ada), 20))
        .anySatisfy(row -> {
          assertThat(row.entry().action()).isEqualTo("counter.correct");
          assertThat(row.entry().fields()).containsExactly("tel");
          assertThat(row.entry().actor()).isEqualTo("machine:till");
        });
  }

  @Test
  void correct_partOfAnAddress_takesTheRestAlong() throws Exception {
    String id = till.arrive("c-2", "Benedict", "Okonkwo", "ben@example.org");
    till.post(id, "corrections", "{\"values\":{\"street-address\":\"9 High Street\"}}", 201);
    assertThat(till.value(id, "street-address")).isEqualTo("9 High Street");
    assertThat(till.value(id, "postal-code")).isEqualTo("GU34 1AA");
    assertThat(till.value(id, "address-level2")).isEqualTo("Alton");
    assertThat(till.value(id, "address-line2")).as("the flat was in the other house").isEmpty();
  }

  @Test
  void correct_sameKeyAgain_countsOnce() throws Exception {
    String id = till.arrive("c-3", "Cora", "Quill", "cora@example.org");
    String body = "{\"values\":{\"email\":\"cora.quill@example.org\"}}";
    JsonNode first = till.post(id, "corrections", body, 201, "same");
    assertThat(till.post(id, "corrections", body, 201, "same")).isEqualTo(first);
    assertThat(
            till.read(
                    till.send("GET", Till.CUSTOMERS + "/" + id + "/statements", null, null),
                    200,
                    Till.CUSTOMERS + "/{id}/statements",
                    "get")
                .path("items"))
        .hasSize(1);
    till.post(id, "corrections", "{\"values\":{\"email\":\"x@example.org\"}}", 422, "same");
  }

  @Test
  void correct_cardNumberOrMalformed_isRefusedWithPlaceAndKeepsNothing() throws Exception {
    String id = till.arrive("c-4", "Dora", "Finch", "dora@example.org");
    long before = till.records();
    JsonNode problem =
        till.post(
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
    assertThat(till.records()).isEqualTo(before);
    assertThat(till.value(id, "street-address")).isEqualTo("4 Mill Lane");
  }

  @Test
  void withdraw_correction_bringsTheValueBeforeBack() throws Exception {
    String id = till.arrive("c-5", "Edith", "Marsh", "edith@example.org", "07700 900321");
    String statement =
        till.post(id, "corrections", "{\"values\":{\"tel\":\"07700 900444\"}}", 201)
            .path("statement")
            .stringValue();
    till.post(id, "statements/" + statement + "/withdrawal", "{\"reason\":\"mistake\"}", 201);
    assertThat(till.value(id, "tel")).isEqualTo("+447700900321");
    till.catchUp();
    assertThat(till.value(id, "tel")).isEqualTo("+447700900321");
    till.post(id, "statements/" + statement + "/withdrawal", "{\"reason\":\"mistake\"}", 201);
  }

  @Test
  void correct_keyThatOnlyReads_isRefused() throws Exception {
    String id = till.arrive("c-11", "Kit", "Ash", "kit@example.org");
    String clerk = till.server.issue("reader", ApiScope.SERVICE);
    HttpResponse<String> response =
        till.server.send(
            "POST",
            Till.CUSTOMERS + "/" + id + "/notes",
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
    till.read(response, 403, Till.CUSTOMERS + "/{id}/notes", "post");
  }

  @Test
  void correct_everythingAtOnce_neitherJoinsNorPartsAndIsFoundByTheNewName() throws Exception {
    String id = till.arrive("c-40", "Petra", "Lindqvist", "petra@example.org", "07700 900801");
    String other = till.arrive("c-41", "Runa", "Halvorsen", "runa@example.org", "07700 900802");
    till.post(
        id,
        "corrections",
        "{\"values\":{\"given-name\":\"Runa\",\"family-name\":\"Halvorsen\","
            + "\"email\":\"runa@example.org\",\"tel\":\"07700 900802\"}}",
        201);
    till.catchUp();
    assertThat(till.view(id).path("id").stringValue()).isEqualTo(id);
    assertThat(till.view(other).path("id").stringValue()).isEqualTo(other);
    assertThat(till.view(id).at("/identity/subjects").intValue()).isEqualTo(2);
    assertThat(found("Runa Halvorsen")).contains(id, other);
    till.server.bean(ResidentSubjects.class).clear();
    till.catchUp();
    assertThat(found("Runa Halvorsen")).as("after a load").contains(id, other);
    assertThat(found("petra lindqvist")).contains(id);
  }

  private List<String> found(String text) {
    return till.server.bean(CustomerSearch.class).find(text, 10).stream()
        .map(hit -> hit.customer().toString())
        .toList();
  }

  @Test
  void statements_ofMergedAndSplitCustomers_goWithTheirSubjects() throws Exception {
    String one = till.arrive("c-9", "Iris", "Lark", "iris@example.org", "07700 900501");
    String two = till.arrive("c-10", "Jonas", "Pike", "jonas@example.org", "07700 900502");
    till.post(one, "corrections", "{\"values\":{\"tel\":\"07700 900503\"}}", 201);
    till.catchUp();
    JsonNode merge =
        JSON.readTree(
            till.server
                .post(
                    "/api/v1/merges",
                    "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"same\"}".formatted(one, two),
                    "m-1")
                .body());
    till.catchUp();
    assertThat(till.value(two, "tel")).isEqualTo("+447700900503");
    till.post(two, "corrections", "{\"values\":{\"email\":\"both@example.org\"}}", 201);
    till.catchUp();
    assertThat(till.value(one, "email")).isEqualTo("both@example.org");
    till.server.post(
        "/api/v1/decisions/" + merge.path("decision").stringValue() + "/undo",
        "{\"reason\":\"not the same\"}",
        "u-1");
    till.catchUp();
    assertThat(till.view(one).path("id")).isNotEqualTo(till.view(two).path("id"));
    assertThat(till.value(one, "tel")).isEqualTo("+447700900503");
    till.post(two, "corrections", "{\"values\":{\"tel\":\"07700 900504\"}}", 201);
    till.catchUp();
    assertThat(till.value(two, "tel")).isEqualTo("+447700900504");
    assertThat(till.value(one, "tel")).isEqualTo("+447700900503");
  }
}
