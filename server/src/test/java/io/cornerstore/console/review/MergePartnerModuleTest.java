package io.cornerstore.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.Role;
import io.cornerstore.console.SignedIn;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Customers;
import io.cornerstore.kernel.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The other half of a merge, found without its id and without script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergePartnerModuleTest {

  private static final String MAPPING =
      """
      source: crm
      channel: web-form
      files: ["*.csv"]
      country: GB
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;

  private WholeServer server;
  private CustomerId ada;
  private CustomerId ben;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    server = WholeServer.startWeb();
    Files.writeString(folder.resolve("crm.mapping.yaml"), MAPPING);
    Files.writeString(
        folder.resolve("crm.csv"),
        """
        id,first,last,mail
        1,Ada,Quillfeather,ada@example.org
        2,Ben,Rooksworth,ben@example.org
        """);
    server.run(folder);
    server.resolve();
    ada = found("ada@example.org");
    ben = found("ben@example.org");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private CustomerId found(String mail) {
    return server.bean(CustomerSearch.class).find(mail, 1).getFirst().customer();
  }

  private String way(String last) {
    return "/customers/" + ada + "/merge" + last;
  }

  @Test
  void merge_ofOneFoundByName_isPreviewedCarriedOutAndUndone() throws Exception {
    try (SignedIn steward = SignedIn.as(server, "steward", Role.STEWARD)) {
      assertThat(steward.get("/customers/" + ada + "/match").body())
          .contains("href=\"" + way("") + "\"");
      assertThat(steward.get(way("")).body())
          .contains("Who is the same as Ada Quillfeather?")
          .doesNotContain("Rooksworth");
      String results = steward.post(way("/find"), Map.of("text", "ben rooksworth"));
      assertThat(results).contains("href=\"" + way("?other=" + ben) + "\"");
      assertThat(steward.get(way("?other=" + ben)).body()).contains("Make these one customer?");

      String merged =
          steward.post(way(""), Map.of("other", ben.toString(), "reason", "same, says the test"));

      assertThat(merged).contains("Merged.");
      Customers customers = server.bean(Customers.class);
      assertThat(customers.count()).isEqualTo(1);
      String decision = SignedIn.last(merged, "undo\\?decision=([0-9a-f-]{36})");
      steward.post(
          "/customers/" + ada + "/undo", Map.of("decision", decision, "reason", "not the same"));
      assertThat(customers.count()).isEqualTo(2);
    }
  }

  @Test
  void offer_whoWasOpenedLately_isThereBeforeAnySearch_butNotTheCustomerItself() throws Exception {
    try (SignedIn steward = SignedIn.as(server, "visitor", Role.STEWARD)) {
      steward.get("/customers/" + ada);
      steward.get("/customers/" + ben);

      assertThat(steward.get(way("")).body())
          .contains("other=" + ben)
          .doesNotContain("other=" + ada);
    }
  }

  @Test
  void suggest_whileTyping_leadsToThePreview_andLeavesOutTheCustomerItself() throws Exception {
    try (SignedIn steward = SignedIn.as(server, "typist", Role.STEWARD)) {
      assertThat(steward.post(way("/suggest"), Map.of("text", "rook")))
          .contains("data-href=\"" + way("?other=" + ben) + "\"");
      assertThat(steward.post(way("/suggest"), Map.of("text", "quill")))
          .doesNotContain("data-href");
    }
  }

  @Test
  void find_anIdThatWasPasted_leadsToThePreviewAtOnce() throws Exception {
    try (SignedIn steward = SignedIn.as(server, "paster", Role.STEWARD)) {
      assertThat(steward.post(way("/find"), Map.of("text", " " + ben + " ")))
          .contains("Make these one customer?");
    }
  }

  @Test
  void offer_toAnybodyElse_isRefused() throws Exception {
    try (SignedIn clerk = SignedIn.as(server, "clerk", Role.SERVICE)) {
      assertThat(clerk.get(way("")).statusCode()).isEqualTo(403);
    }
  }
}
