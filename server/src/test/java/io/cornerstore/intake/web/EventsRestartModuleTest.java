package io.cornerstore.intake.web;

import static io.cornerstore.intake.web.EventsClient.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.ServerArguments;
import io.cornerstore.access.ApiScope;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.testkit.Databases;
import org.junit.jupiter.api.Test;

class EventsRestartModuleTest {

  @Test
  void acknowledged_isThereAfterARestart_andCountsOnce() {
    var rootKey = ServerArguments.newRootKeyFile();
    String body = "{\"userId\":\"u\",\"messageId\":\"m1\",\"name\":\"Home\"}";
    try (var databases = Databases.fresh()) {
      String key;
      try (var server = EventsServer.start(databases, rootKey)) {
        key = server.key("shop", new SourceSystem("webshop"), ApiScope.WRITE);
        var client = new EventsClient(server.port());
        assertThat(client.post("/v1/page", body, "Authorization", basic(key)).statusCode())
            .isEqualTo(200);

        server.beginToStop();
        var stopping = client.post("/v1/page", body, "Authorization", basic(key));
        assertThat(stopping.statusCode()).isEqualTo(503);
        assertThat(stopping.headers().firstValue("Retry-After")).contains("1");
        assertThat(client.get("/health").statusCode()).isEqualTo(503);
      }
      try (var server = EventsServer.start(databases, rootKey)) {
        assertThat(
                new EventsClient(server.port())
                    .post("/v1/page", body, "Authorization", basic(key))
                    .statusCode())
            .isEqualTo(200);
        assertThat(server.log("webshop"))
            .singleElement()
            .satisfies(kept -> assertThat(kept.document().subjectKey()).isEqualTo("u"));
      }
    }
  }
}
