package io.cornerstore.delivery;

import io.cornerstore.access.Actor;
import io.cornerstore.kernel.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints of other systems that are told when customers change (Standard Webhooks 1.0.0). What is
 * told is written in the transaction of what happened and sent afterwards, at least once, mostly
 * but not always in the order it happened: a receiver keeps the {@code webhook-id} of what it has
 * seen and asks for the customer's state instead of trusting the order.
 *
 * <p>Every act names its actor, who may act for the purpose {@code operation}, and is recorded.
 * Thread-safe.
 */
public interface Webhooks {

  /** Everything an endpoint can be told. */
  Set<String> TYPES =
      Set.of(
          "customer.formed",
          "customer.merged",
          "customer.split",
          "customer.changed",
          "customers.changed-in-bulk",
          "webhook.test");

  /**
   * Adds an endpoint; the answer holds its secret, which is shown only now.
   *
   * @throws WebhookRefused when the address may not be used, or a type is unknown
   */
  WithSecret add(Actor actor, NewEndpoint endpoint);

  /** All endpoints, oldest first. */
  List<Endpoint> list();

  /** One of them. */
  Optional<Endpoint> find(UUID endpoint);

  /** Tells an endpoint again, from now on; what happened meanwhile is sent by a replay only. */
  void enable(Actor actor, UUID endpoint);

  /** Tells an endpoint nothing more until it is enabled. */
  void disable(Actor actor, UUID endpoint, String reason);

  /** Forgets an endpoint. */
  void remove(Actor actor, UUID endpoint);

  /**
   * Gives an endpoint a new secret, shown only now.
   *
   * @param overlap for how long the old one signs too
   */
  WithSecret rotate(Actor actor, UUID endpoint, Duration overlap);

  /** Sends an endpoint a message of type {@code webhook.test}. */
  void test(Actor actor, UUID endpoint);

  /**
   * What was and is to be sent to an endpoint, newest first.
   *
   * @param state {@code waiting}, {@code delivered} or {@code dead}; null: all
   */
  Page<Dispatch> dispatches(
      UUID endpoint, @Nullable String state, @Nullable String cursor, int limit);

  /** Sends one message to the endpoint again, now. */
  void replay(Actor actor, UUID endpoint, long message);

  /**
   * Sends again what was to be told since then; returns how many. Messages are kept for thirty
   * days.
   */
  long replaySince(Actor actor, UUID endpoint, Instant since);

  /** How many messages wait and how many were given up, over all endpoints. */
  Backlog backlog();

  /**
   * An endpoint to be.
   *
   * @param url {@code https://…}
   * @param types what it is told; empty: everything
   * @param signing {@code v1} (HMAC-SHA-256) or {@code v1a} (Ed25519)
   */
  record NewEndpoint(String url, String description, Set<String> types, String signing) {

    public NewEndpoint {
      types = Set.copyOf(types);
    }
  }

  /**
   * An endpoint.
   *
   * @param note why it is disabled, in words
   * @param failingSince when the first of an unbroken row of failures was
   * @param waiting messages to be sent
   * @param dead messages given up
   */
  record Endpoint(
      UUID id,
      String url,
      String description,
      Set<String> types,
      String signing,
      boolean enabled,
      String note,
      @Nullable Instant failingSince,
      Instant createdAt,
      long waiting,
      long delivered,
      long dead) {

    public Endpoint {
      types = Set.copyOf(types);
    }
  }

  /** An endpoint and what it checks signatures with: {@code whsec_…} or {@code whpk_…}. */
  record WithSecret(Endpoint endpoint, String secret) {

    @Override
    public String toString() {
      return "WithSecret[" + endpoint.id() + "]";
    }
  }

  /** One message to one endpoint. */
  record Dispatch(
      long message,
      String webhookId,
      String type,
      Instant at,
      String state,
      int attempts,
      @Nullable Instant nextAt,
      @Nullable Integer lastStatus,
      @Nullable String lastError,
      @Nullable Instant deliveredAt) {}

  /** Counts of messages. */
  record Backlog(long waiting, long dead) {}
}
