package io.cornerstore.console.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.Role;
import io.cornerstore.console.SignedIn;
import io.cornerstore.identity.ResolverPosition;
import io.cornerstore.intake.FeedWatch;
import io.cornerstore.intake.FeedWatch.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How far each feed is behind. Nothing is resolved here before the test says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedsModuleTest {

  private static final String MAPPING =
      """
      source: %s
      channel: web-form
      files: ["%s.csv"]
      country: GB
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;

  private WholeServer server;

  @BeforeAll
  void start() {
    server = WholeServer.startWeb();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private void bring(Path folder, String source, String rows) throws IOException {
    Path feed = Files.createDirectory(folder.resolve(source));
    Files.writeString(feed.resolve(source + ".mapping.yaml"), MAPPING.formatted(source, source));
    Files.writeString(feed.resolve(source + ".csv"), "id,first,last,mail\n" + rows);
    server.run(feed);
  }

  private int feed(String source) {
    return server.bean(FeedWatch.class).feeds().stream()
        .filter(feed -> feed.source().code().equals(source))
        .findFirst()
        .orElseThrow()
        .number();
  }

  private Map<Integer, Backlog> behind() {
    return server
        .bean(FeedWatch.class)
        .behindByFeed(server.bean(ResolverPosition.class).now().resolved());
  }

  @Test
  void feeds_resolvedAndNot_tellApartWhoIsBehind(@TempDir Path folder) throws Exception {
    bring(folder, "crm", "1,Ada,Quillfeather,ada@example.org\n");
    server.resolve();
    bring(folder, "shop", "1,Ben,Rooksworth,ben@example.org\n2,Cleo,Larkspur,cleo@example.org\n");

    assertThat(behind()).containsOnlyKeys(feed("shop"));
    Backlog shop = behind().get(feed("shop"));
    assertThat(shop.entries()).isEqualTo(2);
    assertThat(shop.oldest()).isNotNull();
    try (SignedIn engineer = SignedIn.as(server, "engineer", Role.ENGINEER)) {
      assertThat(engineer.get("/feeds").body())
          .containsOnlyOnce("care\">oldest ")
          .contains("Not resolved");
      assertThat(engineer.get("/feeds/" + feed("shop")).body()).contains("<small>oldest ");
      assertThat(engineer.get("/feeds/" + feed("crm")).body()).doesNotContain("<small>oldest ");
    }

    server.resolve();

    assertThat(behind()).isEmpty();
  }
}
