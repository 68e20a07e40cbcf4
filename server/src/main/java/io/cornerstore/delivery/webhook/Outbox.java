package io.cornerstore.delivery.webhook;

import io.cornerstore.identity.CustomerFormed;
import io.cornerstore.identity.CustomerSplit;
import io.cornerstore.identity.CustomersChangedInBulk;
import io.cornerstore.identity.CustomersMerged;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.profile.GoldenRecordChanged;
import io.cornerstore.profile.GoldenRecordsChangedInBulk;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what endpoints are to be told, in the transaction of what happened: neither is there
 * without the other. Not final: transactions are a proxy's.
 */
public class Outbox {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TimeOrderedIds ids;
  private final Clock clock;

  /** Over the main database. */
  public Outbox(JdbcClient jdbc, JsonMapper json, TimeOrderedIds ids, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** A customer came into being. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CustomerFormed event) {
    tell("customer.formed", Map.of("customer", event.customer().toString()), null);
  }

  /** Customers became one. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CustomersMerged event) {
    tell(
        "customer.merged",
        Map.of("into", event.into().toString(), "merged", texts(event.merged())),
        null);
  }

  /** A customer fell apart. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CustomerSplit event) {
    tell(
        "customer.split",
        Map.of("from", event.from().toString(), "formed", texts(event.formed())),
        null);
  }

  /** Other values are golden now. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(GoldenRecordChanged event) {
    tell(
        "customer.changed",
        Map.of(
            "customer",
            event.customer().toString(),
            "version",
            event.version(),
            "fields",
            event.fields().fields().stream().map(PersonalField::token).toList()),
        null);
  }

  /** So many at once that nobody is named. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CustomersChangedInBulk event) {
    tell(
        "customers.changed-in-bulk",
        Map.of("after", String.valueOf(event.after()), "until", String.valueOf(event.until())),
        null);
  }

  /** So many golden records at once that nobody is named. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(GoldenRecordsChangedInBulk event) {
    tell(
        "customers.changed-in-bulk",
        Map.of("after", String.valueOf(event.after()), "until", String.valueOf(event.until())),
        null);
  }

  private static List<String> texts(List<CustomerId> customers) {
    return customers.stream().map(CustomerId::toString).toList();
  }

  /** Writes a message for all who want its type, or for one endpoint; joins the transaction. */
  void tell(String type, Map<String, Object> data, @Nullable UUID endpoint) {
    Instant now = clock.instant();
    Map<String, Object> body = new TreeMap<>();
    body.put("type", type);
    body.put("timestamp", now.toString());
    body.put("data", new TreeMap<>(data));
    jdbc.sql(
            """
            with written as (
              insert into delivery.message (webhook_id, type, body, at)
              select :id, :type, :body, :at
               where exists (select from delivery.endpoint where removed_at is null)
              returning id)
            insert into delivery.dispatch (message, endpoint, state, next_at)
            select written.id, e.id, 'waiting', :at
              from written, delivery.endpoint e
             where e.removed_at is null
               and case when cast(:endpoint as uuid) is null
                        then e.enabled and (e.types = '{}' or :type = any(e.types))
                        else e.id = :endpoint end\
            """)
        .param("id", "msg_" + ids.next().toString().replace("-", ""))
        .param("type", type)
        .param("body", json.writeValueAsString(body))
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("endpoint", endpoint)
        .update();
  }
}
