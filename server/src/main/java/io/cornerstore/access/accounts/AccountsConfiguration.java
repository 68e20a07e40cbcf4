package io.cornerstore.access.accounts;

import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.Invitations;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.TimeOrderedIds;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  /** Argon2id with 19 MiB, 2 passes, 1 lane: the least OWASP's password cheat sheet allows. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  }

  @Bean
  StaffAccounts staffAccounts(
      JdbcClient jdbc, AuditTrail audit, PasswordEncoder encoder, Clock clock, TimeOrderedIds ids) {
    var sources = new PostgresStaffAccounts.Sources(clock, ids, new SecureRandom());
    return new PostgresStaffAccounts(jdbc, audit, encoder, new PasswordRules(), sources);
  }

  @Bean
  Invitations invitations(JdbcClient jdbc, StaffAccounts accounts, AuditTrail audit, Clock clock) {
    return new PostgresInvitations(jdbc, accounts, audit, clock, new SecureRandom());
  }

  @Bean
  StaffDirectory staffDirectory(
      JdbcClient jdbc, AuditTrail audit, TransactionOperations transactions) {
    return new PostgresStaffDirectory(jdbc, audit, transactions);
  }

  @Bean
  ApiKeys apiKeys(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    return new PostgresApiKeys(jdbc, audit, clock, new SecureRandom());
  }
}
