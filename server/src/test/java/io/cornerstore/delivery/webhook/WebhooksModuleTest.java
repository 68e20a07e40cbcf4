package io.cornerstore.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import io.cornerstore.WholeServer;
import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.delivery.WebhookRefused;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.delivery.Webhooks.Dispatch;
import io.cornerstore.delivery.Webhooks.NewEndpoint;
import io.cornerstore.delivery.Webhooks.WithSecret;
import io.cornerstore.delivery.webhook.Receiver.Received;
import io.cornerstore.identity.CustomerFormed;
import io.cornerstore.kernel.CustomerId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksModuleTest {

  private static final Actor OPERATOR = new Actor.Machine("command-line");

  private WholeServer server;
  private Webhooks webhooks;

  @BeforeAll
  void start() {
    server =
        WholeServer.start(
            "cornerstore.pumps.enabled=true",
            "cornerstore.webhooks.unsafe-private-addresses=true",
            "cornerstore.webhooks.unsafe-plain-http=true",
            "cornerstore.webhooks.timeout=700ms",
            "cornerstore.webhooks.first-retry=50ms",
            "cornerstore.webhooks.longest-retry=200ms",
            "cornerstore.webhooks.attempts=4",
            "cornerstore.webhooks.disable-after=1h");
    webhooks = server.bean(Webhooks.class);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void message_isSignedAndDelivered_withIdsOnly() throws Exception {
    try (Receiver receiver = new Receiver(_ -> 200)) {
      WithSecret added = add(receiver, "v1", "customer.formed");
      CustomerId customer = happen();

      receiver.await(all -> all.size() == 1);

      Received message = receiver.received().getFirst();
      assertThat(message.body())
          .contains("\"type\":\"customer.formed\"")
          .contains("\"data\":{\"customer\":\"" + customer + "\"}");
      byte[] key = Base64.getDecoder().decode(added.secret().substring("whsec_".length()));
      assertThat(key).hasSize(32);
      assertThat(message.signature()).isEqualTo(WebhookKeys.symmetric(key, signed(message)));
      eventually(() -> one(added).delivered() == 1);
      remove(added);
    }
  }

  @Test
  void asymmetricSignature_isVerifiedByThePublicKey() throws Exception {
    try (Receiver receiver = new Receiver(_ -> 204)) {
      WithSecret added = add(receiver, "v1a");
      webhooks.test(OPERATOR, added.endpoint().id());
      receiver.await(all -> all.size() == 1);

      Received message = receiver.received().getFirst();
      byte[] key = Base64.getDecoder().decode(added.secret().substring("whpk_".length()));
      new Ed25519Verify(key)
          .verify(
              Base64.getDecoder().decode(message.signature().substring("v1a,".length())),
              signed(message).bytes());
      remove(added);
    }
  }

  @Test
  void failures_areTriedAgain_withTheSameIdUntilDelivered() throws Exception {
    int[] answers = {500, 302, 429};
    try (Receiver receiver = new Receiver(n -> n <= answers.length ? answers[n - 1] : 200)) {
      WithSecret added = add(receiver, "v1", "customer.formed");
      happen();

      receiver.await(all -> all.size() == 4);

      assertThat(receiver.received()).extracting(Received::id).containsOnly(id(receiver, 0));
      eventually(() -> one(added).delivered() == 1);
      assertThat(one(added).failingSince()).isNull();
      remove(added);
    }
  }

  @Test
  void receiverThatHangs_holdsUpNobodyElse_andIsGivenUp() throws Exception {
    try (Receiver hanging = new Receiver(_ -> 0);
        Receiver healthy = new Receiver(_ -> 200)) {
      WithSecret stuck = add(hanging, "v1", "customer.formed");
      WithSecret well = add(healthy, "v1", "customer.formed");
      Instant before = Instant.now();
      happen();

      healthy.await(all -> all.size() == 1);
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
      hanging.await(all -> all.size() == 4);
      eventually(() -> one(stuck).dead() == 1);

      Dispatch dead = only(stuck, "dead");
      assertThat(dead.attempts()).isEqualTo(4);
      assertThat(dead.lastError()).contains("SocketTimeout");
      assertThat(one(stuck).failingSince()).isNotNull();
      assertThat(webhooks.backlog().dead()).isPositive();
      remove(stuck);
      remove(well);
    }
  }

  @Test
  void deadMessage_replayed_isDelivered() throws Exception {
    boolean[] mended = new boolean[1];
    try (Receiver receiver = new Receiver(_ -> mended[0] ? 200 : 503)) {
      WithSecret added = add(receiver, "v1", "customer.formed");
      happen();
      eventually(() -> one(added).dead() == 1);
      Dispatch dead = only(added, "dead");

      mended[0] = true;
      webhooks.replay(OPERATOR, added.endpoint().id(), dead.message());

      eventually(() -> one(added).delivered() == 1);
      assertThat(one(added).dead()).isZero();
      remove(added);
    }
  }

  @Test
  void gone_disablesTheEndpointWithAMessage_andReplaySinceCatchesUp() throws Exception {
    boolean[] back = new boolean[1];
    try (Receiver receiver = new Receiver(_ -> back[0] ? 200 : 410)) {
      WithSecret added = add(receiver, "v1", "customer.formed");
      Instant since = Instant.now();
      happen();
      eventually(() -> !one(added).enabled());
      assertThat(one(added).note()).contains("410");
      happen();
      happen();
      assertThat(one(added).waiting()).isZero();

      back[0] = true;
      webhooks.enable(OPERATOR, added.endpoint().id());
      long replayed = webhooks.replaySince(OPERATOR, added.endpoint().id(), since);

      assertThat(replayed).isGreaterThanOrEqualTo(3);
      eventually(() -> one(added).delivered() == replayed);
      remove(added);
    }
  }

  @Test
  void rotation_signsWithBothUntilTheOverlapEnds() throws Exception {
    try (Receiver receiver = new Receiver(_ -> 200)) {
      WithSecret first = add(receiver, "v1");
      WithSecret second = webhooks.rotate(OPERATOR, first.endpoint().id(), Duration.ofHours(1));
      assertThat(second.secret()).isNotEqualTo(first.secret());
      webhooks.test(OPERATOR, first.endpoint().id());
      receiver.await(all -> all.size() == 1);
      Received both = receiver.received().getFirst();
      assertThat(both.signature().split(" "))
          .containsExactly(
              WebhookKeys.symmetric(key(second), signed(both)),
              WebhookKeys.symmetric(key(first), signed(both)));

      WithSecret third = webhooks.rotate(OPERATOR, first.endpoint().id(), Duration.ZERO);
      webhooks.test(OPERATOR, first.endpoint().id());
      receiver.await(all -> all.size() == 2);
      Received alone = receiver.received().getLast();
      assertThat(alone.signature()).isEqualTo(WebhookKeys.symmetric(key(third), signed(alone)));
      remove(first);
    }
  }

  @Test
  void message_ofATransactionThatFailed_isNeverTold() throws Exception {
    try (Receiver receiver = new Receiver(_ -> 200)) {
      WithSecret added = add(receiver, "v1", "customer.formed");
      CustomerId lost = new CustomerId(UUID.randomUUID());
      server
          .bean(TransactionTemplate.class)
          .executeWithoutResult(status -> {
            server.bean(Outbox.class).on(new CustomerFormed(lost));
            status.setRollbackOnly();
          });
      CustomerId kept = happen();

      receiver.await(all -> all.size() == 1);

      assertThat(receiver.received().getFirst().body())
          .contains(kept.toString())
          .doesNotContain(lost.toString());
      remove(added);
    }
  }

  @Test
  void manyMessages_allArrive_eachIdOnceAcknowledged() throws Exception {
    try (Receiver receiver = new Receiver(n -> n % 7 == 0 ? 500 : 200)) {
      WithSecret added = add(receiver, "v1", "customer.formed");
      for (int i = 0; i < 100; i++) {
        happen();
      }
      eventually(() -> one(added).delivered() == 100);
      Set<String> ids = new HashSet<>();
      receiver.received().forEach(one -> ids.add(one.id()));
      assertThat(ids).hasSize(100);
      remove(added);
    }
  }

  @Test
  void endpoint_ofSomebodyWithoutTheRole_isRefused() {
    Actor clerk = new Actor.Staff(new UUID(0, 8), "Clerk", Set.of(Role.SERVICE));
    NewEndpoint wanted = new NewEndpoint("https://hooks.example.org/", "", Set.of(), "v1");
    assertThatThrownBy(() -> webhooks.add(clerk, wanted)).isInstanceOf(AccessDeniedProblem.class);
    assertThat(webhooks.list()).noneMatch(one -> one.url().contains("hooks.example.org"));
    assertThatThrownBy(() ->
            webhooks.add(
                OPERATOR,
                new NewEndpoint("https://hooks.example.org/", "", Set.of("customer.eaten"), "v1")))
        .isInstanceOf(WebhookRefused.class);
  }

  private WithSecret add(Receiver receiver, String signing, String... types) {
    return webhooks.add(OPERATOR, new NewEndpoint(receiver.url(), "test", Set.of(types), signing));
  }

  private void remove(WithSecret added) {
    webhooks.remove(OPERATOR, added.endpoint().id());
  }

  private CustomerId happen() {
    CustomerId customer = new CustomerId(UUID.randomUUID());
    server
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> server.bean(Outbox.class).on(new CustomerFormed(customer)));
    return customer;
  }

  private Webhooks.Endpoint one(WithSecret added) {
    return webhooks.find(added.endpoint().id()).orElseThrow();
  }

  private Dispatch only(WithSecret added, String state) {
    List<Dispatch> found = webhooks.dispatches(added.endpoint().id(), state, null, 10).items();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static String id(Receiver receiver, int place) {
    return receiver.received().get(place).id();
  }

  private static byte[] key(WithSecret secret) {
    return Base64.getDecoder().decode(secret.secret().substring("whsec_".length()));
  }

  private static WebhookKeys.Signed signed(Received message) {
    assertThat(message.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    return new WebhookKeys.Signed(
        message.id(), Long.parseLong(message.timestamp()), message.body());
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("30 s are over").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
