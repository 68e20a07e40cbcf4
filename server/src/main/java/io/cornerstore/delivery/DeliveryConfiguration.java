package io.cornerstore.delivery;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.delivery.export.CursorExports;
import io.cornerstore.delivery.webhook.Outbox;
import io.cornerstore.delivery.webhook.PostgresWebhooks;
import io.cornerstore.delivery.webhook.WebhookKeys;
import io.cornerstore.delivery.webhook.WebhookSending;
import io.cornerstore.identity.CustomerList;
import io.cornerstore.identity.Customers;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.SubjectIds;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.profile.GoldenValues;
import io.cornerstore.vault.KeyedHash;
import io.cornerstore.vault.UnsealPermits;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class DeliveryConfiguration {

  @Bean
  CursorExports.Sources exportSources(
      CustomerList list,
      Customers customers,
      GoldenRecords golden,
      GoldenValues values,
      SourceRecords records,
      SubjectIds subjects) {
    return new CursorExports.Sources(list, customers, golden, values, records, subjects);
  }

  @Bean
  Exports exports(
      CursorExports.Sources sources,
      AccessPolicy policy,
      UnsealPermits permits,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    return new CursorExports(
        sources,
        new CursorExports.Guards(policy, permits, audit, new TransactionTemplate(transactions)));
  }

  @Bean
  WebhookKeys webhookKeys(KeyedHash hash) {
    return new WebhookKeys(hash);
  }

  @Bean
  Outbox webhookOutbox(JdbcClient jdbc, TimeOrderedIds ids, Clock clock) {
    return new Outbox(jdbc, JsonMapper.builder().build(), ids, clock);
  }

  @Bean
  PostgresWebhooks webhooks(
      JdbcClient jdbc,
      PostgresWebhooks.Oversight oversight,
      PostgresWebhooks.Keys keys,
      WebhookSettings settings,
      Clock clock) {
    return new PostgresWebhooks(jdbc, oversight, keys, settings, clock);
  }

  @Bean
  PostgresWebhooks.Oversight webhookOversight(AccessPolicy policy, AuditTrail audit) {
    return new PostgresWebhooks.Oversight(policy, audit);
  }

  @Bean
  PostgresWebhooks.Keys webhookParts(WebhookKeys keys, Outbox outbox, TimeOrderedIds ids) {
    return new PostgresWebhooks.Keys(keys, outbox, ids);
  }

  @Bean
  @ConditionalOnProperty(name = "cornerstore.pumps.enabled", havingValue = "true")
  WebhookSending webhookSending(
      JdbcClient jdbc, WebhookKeys keys, WebhookSettings settings, Clock clock) {
    return new WebhookSending(jdbc, keys, settings, clock);
  }
}
