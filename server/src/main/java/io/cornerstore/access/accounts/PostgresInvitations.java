package io.cornerstore.access.accounts;

import io.cornerstore.access.Actor;
import io.cornerstore.access.Invitations;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.OneTimeLink;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links as rows of {@code access.one_time_link}. Not final: transactions are a proxy's. */
class PostgresInvitations implements Invitations {

  private static final Duration HOLDS = Duration.ofDays(3);
  private static final int TOKEN_BYTES = 16;

  private final JdbcClient jdbc;
  private final StaffAccounts accounts;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random;

  PostgresInvitations(
      JdbcClient jdbc, StaffAccounts accounts, AuditTrail audit, Clock clock, SecureRandom random) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public OneTimeLink invite(Actor by, String signInName, String displayName, Set<Role> roles) {
    // A password nobody ever sees: the account is closed until the link is used.
    StaffAccount account =
        accounts.create(
            by, new NewStaff(signInName, displayName, roles, accounts.randomPassword()));
    return link(by, "staff.invite", account.id());
  }

  @Override
  public OneTimeLink reset(Actor by, UUID id) {
    StaffDuties.requireAdministrator(by);
    accounts.setPassword(by, id, accounts.randomPassword());
    jdbc.sql("update access.staff set identity_hash = null where id = :id")
        .param("id", id)
        .update();
    return link(by, "staff.reset", id);
  }

  private OneTimeLink link(Actor by, String action, UUID id) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant expires = clock.instant().plus(HOLDS).truncatedTo(ChronoUnit.SECONDS);
    jdbc.sql("delete from access.one_time_link where staff = :staff or expires_at < :now")
        .param("staff", id)
        .param("now", at(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into access.one_time_link (token_hash, staff, expires_at)
            values (:hash, :staff, :expires)
            """)
        .param("hash", Sha256.of(token))
        .param("staff", id)
        .param("expires", at(expires))
        .update();
    record(by, action, id);
    return new OneTimeLink(id, token, expires);
  }

  @Override
  public Optional<StaffAccount> find(String token) {
    return owner("select staff from access.one_time_link", token)
        .flatMap(accounts::find)
        .filter(account -> !account.locked());
  }

  @Override
  public Optional<StaffAccount> choosePassword(String token, String password) {
    // Locked until the end: of two who use the link at once, one finds nothing.
    Optional<StaffAccount> account =
        owner("delete from access.one_time_link", token)
            .flatMap(accounts::find)
            .filter(found -> !found.locked());
    account.ifPresent(found -> {
      Actor.Staff self = new Actor.Staff(found.id(), found.displayName(), found.roles());
      accounts.setPassword(self, found.id(), password);
      record(self, "staff.choose-password", found.id());
    });
    return account;
  }

  private Optional<UUID> owner(String begin, String token) {
    String end = " where token_hash = :hash and expires_at > :now";
    String statement = begin.startsWith("delete") ? begin + end + " returning staff" : begin + end;
    return jdbc.sql(statement)
        .param("hash", Sha256.of(token))
        .param("now", at(clock.instant()))
        .query((row, _) -> row.getObject("staff", UUID.class))
        .optional();
  }

  private void record(Actor by, String action, UUID id) {
    audit.append(new AuditEntry(by.auditName(), "", action, List.of("staff:" + id), List.of(), ""));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
