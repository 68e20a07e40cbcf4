package io.cornerstore.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.delivery.Webhooks.NewEndpoint;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What endpoints are told of what really happens: the messages as they wait to be sent. */
class WebhookPayloadsModuleTest {

  private static final Actor STEWARD =
      new Actor.Machine("steward", Set.of(AccessPurpose.STEWARDSHIP));
  private static final String MAPPING =
      """
      source: crm
      channel: web-form
      files: ["*.csv"]
      country: GB
      rows: upserts
      version: {column: changed, formats: ["yyyy-MM-dd"]}
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final JsonMapper json = JsonMapper.shared();
  private WholeServer server;
  @TempDir private Path folder;
  private int files;

  @BeforeEach
  void start() {
    server = WholeServer.start();
    server
        .bean(Webhooks.class)
        .add(
            new Actor.Machine("command-line"),
            new NewEndpoint("https://hooks.example.org/", "", Set.of(), "v1"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void bring(String rows) throws IOException {
    Path feed = Files.createDirectory(folder.resolve("feed" + ++files));
    Files.writeString(feed.resolve("crm.mapping.yaml"), MAPPING);
    Files.writeString(feed.resolve("crm.csv"), "id,first,last,mail,changed\n" + rows);
    server.run(feed);
    server.resolve();
  }

  private void bringTwo() throws IOException {
    bring(
        """
        1,Ada,Quillfeather,ada@example.org,2026-01-01
        2,Ben,Rooksworth,ben@example.org,2026-01-01
        """);
  }

  private CustomerId customer(String mail) {
    return server.bean(CustomerSearch.class).find(mail, 1).getFirst().customer();
  }

  /** The bodies of all messages of that type, oldest first; none names anybody. */
  private List<JsonNode> told(String type) {
    List<String> bodies =
        server
            .jdbc()
            .sql("select body from delivery.message where type = :type order by id")
            .param("type", type)
            .query(String.class)
            .list();
    assertThat(bodies)
        .noneMatch(body -> body.contains("Quillfeather"))
        .noneMatch(body -> body.contains("@"));
    List<JsonNode> told = bodies.stream().map(json::readTree).toList();
    assertThat(told)
        .allSatisfy(body -> {
          assertThat(body.propertyNames()).containsExactlyInAnyOrder("type", "timestamp", "data");
          assertThat(body.get("type").asString()).isEqualTo(type);
        });
    return told;
  }

  private JsonNode last(String type) {
    List<JsonNode> told = told(type);
    assertThat(told).as(type).isNotEmpty();
    return told.getLast().get("data");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void formed_namesTheCustomerAlone() throws Exception {
    bringTwo();

    assertThat(told("customer.formed"))
        .extracting(body -> body.get("data").toString())
        .containsExactlyInAnyOrder(
            "{\"customer\":\"" + customer("ada@example.org") + "\"}",
            "{\"customer\":\"" + customer("ben@example.org") + "\"}");
  }

  @Test
  void mergedAndSplit_nameBothSidesByTheirIds() throws Exception {
    bringTwo();
    CustomerId ada = customer("ada@example.org");
    CustomerId ben = customer("ben@example.org");
    SubjectId off = server.bean(Customers.class).find(ben).orElseThrow().subjects().getFirst();

    Stewardship stewardship = server.bean(Stewardship.class);
    stewardship.merge(STEWARD, List.of(ada, ben), "one, says the test");

    CustomerId into = customer("ada@example.org");
    CustomerId gone = into.equals(ada) ? ben : ada;
    JsonNode merged = last("customer.merged");
    assertThat(merged.propertyNames()).containsExactlyInAnyOrder("into", "merged");
    assertThat(merged.get("into").asString()).isEqualTo(into.toString());
    assertThat(texts(merged.get("merged"))).containsExactly(gone.toString());

    stewardship.split(STEWARD, into, Set.of(off), "two, says the test");

    JsonNode split = last("customer.split");
    assertThat(split.propertyNames()).containsExactlyInAnyOrder("from", "formed");
    assertThat(split.get("from").asString()).isEqualTo(into.toString());
    assertThat(texts(split.get("formed")))
        .containsExactly(customer("ben@example.org").toString())
        .doesNotContain(into.toString());
  }

  @Test
  void mergedThenUndone_isToldAsASplit() throws Exception {
    bringTwo();
    CustomerId ada = customer("ada@example.org");
    CustomerId ben = customer("ben@example.org");
    Stewardship stewardship = server.bean(Stewardship.class);
    var decision = stewardship.merge(STEWARD, List.of(ada, ben), "one, says the test");

    stewardship.undo(STEWARD, decision.id(), "not one, says the test");

    JsonNode split = last("customer.split");
    Set<String> both = new TreeSet<>(texts(split.get("formed")));
    both.add(split.get("from").asString());
    assertThat(both).containsExactlyInAnyOrder(ada.toString(), ben.toString());
  }

  @Test
  void changed_namesTheFieldsAndNeverWhatTheySay() throws Exception {
    bringTwo();
    CustomerId ada = customer("ada@example.org");
    int before = told("customer.changed").size();

    bring("1,Ada,Quillfeather,ada.quill@example.org,2026-02-01\n");

    List<JsonNode> told = told("customer.changed");
    assertThat(told).hasSize(before + 1);
    JsonNode changed = told.getLast().get("data");
    assertThat(changed.propertyNames()).containsExactlyInAnyOrder("customer", "version", "fields");
    assertThat(changed.get("customer").asString()).isEqualTo(ada.toString());
    assertThat(changed.get("version").asLong()).isPositive();
    assertThat(texts(changed.get("fields")))
        .contains("email")
        .isSubsetOf(Arrays.stream(PersonalField.values()).map(PersonalField::token).toList());
  }

  @Test
  void manyAtOnce_areToldAsARangeOfVersions_andNobodyIsNamed() throws Exception {
    String rows =
        IntStream.range(0, 300)
            .mapToObj(i -> "%d,Ada,Quill%s,ada%d@example.org,2026-01-01\n".formatted(i, word(i), i))
            .collect(Collectors.joining());

    bring(rows);

    List<JsonNode> told = told("customers.changed-in-bulk");
    assertThat(told).isNotEmpty();
    assertThat(told)
        .allSatisfy(body -> {
          JsonNode data = body.get("data");
          assertThat(data.propertyNames()).containsExactlyInAnyOrder("after", "until");
          assertThat(data.get("until").asString()).matches("[0-9]+");
          assertThat(Long.parseLong(data.get("until").asString()))
              .isGreaterThan(Long.parseLong(data.get("after").asString()));
          assertThat(body.toString()).doesNotContainPattern(ID);
        });
    assertThat(told("customer.formed")).isEmpty();
  }

  private static String word(int number) {
    return Character.toString('a' + number % 26) + Character.toString('a' + number / 26);
  }
}
