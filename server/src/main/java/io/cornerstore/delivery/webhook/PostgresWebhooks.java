package io.cornerstore.delivery.webhook;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.delivery.WebhookRefused;
import io.cornerstore.delivery.WebhookSettings;
import io.cornerstore.delivery.Webhooks;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.TimeOrderedIds;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Endpoints in PostgreSQL. Not final: transactions are a proxy's. */
public class PostgresWebhooks implements Webhooks {

  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  private static final String COLUMNS =
      """
      select e.id, e.url, e.description, e.types, e.signing, e.enabled, e.note, e.failing_since,
             e.created_at,
             count(d.message) filter (where d.state = 'waiting'),
             count(d.message) filter (where d.state = 'delivered'),
             count(d.message) filter (where d.state = 'dead')
        from delivery.endpoint e left join delivery.dispatch d on d.endpoint = e.id
       where e.removed_at is null and (cast(:id as uuid) is null or e.id = :id)
       group by e.id order by e.created_at, e.id\
      """;

  private final JdbcClient jdbc;
  private final AccessPolicy policy;
  private final AuditTrail audit;
  private final Keys keys;
  private final AddressGuard guard;
  private final Clock clock;

  /** What signs, tells and names. */
  public record Keys(WebhookKeys keys, Outbox outbox, TimeOrderedIds ids) {}

  /** Over the main database. */
  public PostgresWebhooks(
      JdbcClient jdbc, Oversight oversight, Keys keys, WebhookSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.policy = oversight.policy;
    this.audit = oversight.audit;
    this.keys = keys;
    this.guard = new AddressGuard(settings);
    this.clock = clock;
  }

  /** What watches over it. */
  public record Oversight(AccessPolicy policy, AuditTrail audit) {}

  @Override
  @Transactional
  public WithSecret add(Actor actor, NewEndpoint wanted) {
    URI address = guard.checked(wanted.url());
    for (String type : wanted.types()) {
      if (!TYPES.contains(type)) {
        throw new WebhookRefused("there is no type '" + type + "'. Maybe one of " + TYPES + "?");
      }
    }
    if (!wanted.signing().equals("v1") && !wanted.signing().equals("v1a")) {
      throw new WebhookRefused("signatures are v1 (HMAC-SHA-256) or v1a (Ed25519)");
    }
    if (wanted.description().length() > 200) {
      throw new WebhookRefused("a description has at most 200 characters");
    }
    UUID id = keys.ids.next();
    jdbc.sql(
            """
            insert into delivery.endpoint
              (id, url, description, types, signing, created_at, created_by)
            values (:id, :url, :description, :types, :signing, :now, :by)\
            """)
        .param("id", id)
        .param("url", address.toString())
        .param("description", wanted.description())
        .param("types", wanted.types().stream().sorted().toArray(String[]::new))
        .param("signing", wanted.signing())
        .param("now", at(clock.instant()))
        .param("by", actor.auditName())
        .update();
    note(actor, "webhook.add", id, "host " + address.getHost());
    return new WithSecret(known(id), keys.keys.shown(id, 1, wanted.signing()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Endpoint> list() {
    return endpoints(null);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Endpoint> find(UUID endpoint) {
    return endpoints(endpoint).stream().findFirst();
  }

  private List<Endpoint> endpoints(@Nullable UUID id) {
    return jdbc.sql(COLUMNS).param("id", id).query((row, _) -> endpoint(row)).list();
  }

  private Endpoint known(UUID id) {
    return find(id)
        .orElseThrow(
            () -> new WebhookRefused("there is no endpoint " + id + ". Maybe look at the list?"));
  }

  private static Endpoint endpoint(ResultSet row) throws SQLException {
    OffsetDateTime failing = row.getObject(8, OffsetDateTime.class);
    return new Endpoint(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        Set.of((String[]) row.getArray(4).getArray()),
        row.getString(5),
        row.getBoolean(6),
        row.getString(7),
        failing == null ? null : failing.toInstant(),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12));
  }

  @Override
  @Transactional
  public void enable(Actor actor, UUID endpoint) {
    change(
        actor,
        "webhook.enable",
        endpoint,
        "update delivery.endpoint set enabled = true, note = '', failing_since = null where id ="
            + " :id");
  }

  @Override
  @Transactional
  public void disable(Actor actor, UUID endpoint, String reason) {
    known(endpoint);
    jdbc.sql("update delivery.endpoint set enabled = false, note = :note where id = :id")
        .param("note", shortened(reason))
        .param("id", endpoint)
        .update();
    note(actor, "webhook.disable", endpoint, reason);
  }

  @Override
  @Transactional
  public void remove(Actor actor, UUID endpoint) {
    change(
        actor,
        "webhook.remove",
        endpoint,
        "update delivery.endpoint set enabled = false, removed_at = now() where id = :id");
    jdbc.sql("delete from delivery.dispatch where endpoint = :id").param("id", endpoint).update();
  }

  private void change(Actor actor, String action, UUID endpoint, String sql) {
    known(endpoint);
    jdbc.sql(sql).param("id", endpoint).update();
    note(actor, action, endpoint, "");
  }

  @Override
  @Transactional
  public WithSecret rotate(Actor actor, UUID endpoint, Duration overlap) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new WebhookRefused("two secrets overlap for 0 to 30 days");
    }
    Endpoint known = known(endpoint);
    int number =
        jdbc.sql(
                """
                update delivery.endpoint set key_number = key_number + 1, previous_until = :until
                 where id = :id returning key_number\
                """)
            .param("until", at(clock.instant().plus(overlap)))
            .param("id", endpoint)
            .query(Integer.class)
            .single();
    note(actor, "webhook.rotate", endpoint, "key " + number);
    return new WithSecret(known, keys.keys.shown(endpoint, number, known.signing()));
  }

  @Override
  @Transactional
  public void test(Actor actor, UUID endpoint) {
    known(endpoint);
    keys.outbox.tell("webhook.test", Map.of("endpoint", endpoint.toString()), endpoint);
    note(actor, "webhook.test", endpoint, "");
  }

  @Override
  @Transactional(readOnly = true)
  public Page<Dispatch> dispatches(
      UUID endpoint, @Nullable String state, @Nullable String cursor, int limit) {
    List<Dispatch> rows =
        jdbc.sql(
                """
                select m.id, m.webhook_id, m.type, m.at, d.state, d.attempts, d.next_at,
                       d.last_status, d.last_error, d.delivered_at
                  from delivery.dispatch d join delivery.message m on m.id = d.message
                 where d.endpoint = :endpoint and m.id < :before
                   and (cast(:state as text) is null or d.state = :state)
                 order by m.id desc limit :limit\
                """)
            .param("endpoint", endpoint)
            .param("before", cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor))
            .param("state", state)
            .param("limit", limit + 1)
            .query((row, _) -> dispatch(row))
            .list();
    return rows.size() <= limit
        ? new Page<>(rows, null)
        : new Page<>(rows.subList(0, limit), String.valueOf(rows.get(limit - 1).message()));
  }

  private static Dispatch dispatch(ResultSet row) throws SQLException {
    OffsetDateTime delivered = row.getObject(10, OffsetDateTime.class);
    int status = row.getInt(8);
    boolean answered = !row.wasNull();
    String state = row.getString(5);
    return new Dispatch(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        state,
        row.getInt(6),
        state.equals("waiting") ? row.getObject(7, OffsetDateTime.class).toInstant() : null,
        answered ? (Integer) status : null,
        row.getString(9),
        delivered == null ? null : delivered.toInstant());
  }

  @Override
  @Transactional
  public void replay(Actor actor, UUID endpoint, long message) {
    known(endpoint);
    if (again(endpoint, "m.id = :message", Map.of("message", message)) == 0) {
      throw new WebhookRefused("there is no message " + message + ", or it is no longer kept");
    }
    note(actor, "webhook.replay", endpoint, "message " + message);
  }

  @Override
  @Transactional
  public long replaySince(Actor actor, UUID endpoint, Instant since) {
    known(endpoint);
    long count =
        again(
            endpoint,
            """
            m.at >= :since and m.type <> 'webhook.test'
              and (e.types = '{}' or m.type = any(e.types))\
            """,
            Map.of("since", at(since)));
    note(actor, "webhook.replay", endpoint, count + " messages since " + since);
    return count;
  }

  private int again(UUID endpoint, String which, Map<String, Object> parameters) {
    return jdbc.sql(
            """
            insert into delivery.dispatch (message, endpoint, state, next_at)
            select m.id, e.id, 'waiting', :now
              from delivery.message m join delivery.endpoint e on e.id = :endpoint
             where %s
            on conflict (endpoint, message) do update
              set state = 'waiting', attempts = 0, next_at = excluded.next_at\
            """
                .formatted(which))
        .param("now", at(clock.instant()))
        .param("endpoint", endpoint)
        .params(parameters)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Backlog backlog() {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'dead')
              from delivery.dispatch where state <> 'delivered'\
            """)
        .query((row, _) -> new Backlog(row.getLong(1), row.getLong(2)))
        .single();
  }

  private void note(Actor actor, String action, UUID endpoint, String words) {
    policy.require(actor, AccessPurpose.OPERATION);
    audit.append(
        new AuditEntry(
            actor.auditName(),
            AccessPurpose.OPERATION.code(),
            action,
            List.of(endpoint.toString()),
            List.of(),
            shortened(words)));
  }

  private static String shortened(String words) {
    return words.length() > 400 ? words.substring(0, 400) : words;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
