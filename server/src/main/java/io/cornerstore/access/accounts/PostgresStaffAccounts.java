package io.cornerstore.access.accounts;

import io.cornerstore.access.Actor;
import io.cornerstore.access.NewStaff;
import io.cornerstore.access.Role;
import io.cornerstore.access.StaffAccount;
import io.cornerstore.access.StaffAccounts;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.TimeOrderedIds;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts as rows of {@code access.staff}. Not final: transactions are a proxy's. */
class PostgresStaffAccounts implements StaffAccounts {

  /** Without those that look alike: 31 signs, 4.95 bits each. */
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final PasswordEncoder encoder;
  private final PasswordRules rules;
  private final Sources sources;

  PostgresStaffAccounts(
      JdbcClient jdbc,
      AuditTrail audit,
      PasswordEncoder encoder,
      PasswordRules rules,
      Sources sources) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.encoder = encoder;
    this.rules = rules;
    this.sources = sources;
  }

  /** Where time, ids and chance come from. */
  record Sources(Clock clock, TimeOrderedIds ids, SecureRandom random) {}

  @Override
  public StaffAccount create(Actor by, NewStaff staff) {
    StaffDuties.requireAdministrator(by);
    String name = folded(staff.signInName());
    rules.require(staff.password(), name);
    var account =
        new StaffAccount(
            sources.ids().next(),
            name,
            staff.displayName(),
            staff.roles(),
            false,
            sources.clock().instant().truncatedTo(ChronoUnit.MICROS));
    try {
      jdbc.sql(
              """
              insert into access.staff
                (id, sign_in_name, display_name, roles, password_hash, created_at)
              values (:id, :name, :display, :roles, :hash, :at)
              """)
          .param("id", account.id())
          .param("name", name)
          .param("display", account.displayName())
          .param("roles", names(account.roles()))
          .param("hash", hash(staff.password()))
          .param("at", OffsetDateTime.ofInstant(account.createdAt(), ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("this sign-in name is taken. Maybe choose another?", e);
    }
    record(by, "staff.create", account.id(), "roles " + account.roles());
    return account;
  }

  @Override
  public List<StaffAccount> list() {
    return jdbc.sql(
            """
            select id, sign_in_name, display_name, roles, locked, created_at
            from access.staff order by sign_in_name
            """)
        .query(PostgresStaffAccounts::account)
        .list();
  }

  @Override
  public Optional<StaffAccount> find(UUID id) {
    return jdbc.sql(
            """
            select id, sign_in_name, display_name, roles, locked, created_at
            from access.staff where id = :id
            """)
        .param("id", id)
        .query(PostgresStaffAccounts::account)
        .optional();
  }

  @Override
  public void setRoles(Actor by, UUID id, Set<Role> roles) {
    StaffDuties.requireAdministrator(by);
    if (!roles.contains(Role.ADMINISTRATOR)) {
      requireAnotherAdministrator(id);
    }
    requireFound(
        id,
        jdbc.sql("update access.staff set roles = :roles, version = version + 1 where id = :id")
            .param("roles", names(roles))
            .param("id", id)
            .update());
    record(by, "staff.set-roles", id, "roles " + Set.copyOf(roles));
  }

  @Override
  public void lock(Actor by, UUID id) {
    StaffDuties.requireAdministrator(by);
    requireAnotherAdministrator(id);
    setLocked(id, true);
    record(by, "staff.lock", id, "");
  }

  @Override
  public void unlock(Actor by, UUID id) {
    StaffDuties.requireAdministrator(by);
    setLocked(id, false);
    record(by, "staff.unlock", id, "");
  }

  private void setLocked(UUID id, boolean locked) {
    requireFound(
        id,
        jdbc.sql("update access.staff set locked = :locked, version = version + 1 where id = :id")
            .param("locked", locked)
            .param("id", id)
            .update());
  }

  @Override
  public void setPassword(Actor by, UUID id, String password) {
    if (!(by instanceof Actor.Staff staff && staff.id().equals(id))) {
      StaffDuties.requireAdministrator(by);
    }
    StaffAccount account =
        find(id).orElseThrow(() -> new IllegalArgumentException("there is no account " + id));
    rules.require(password, account.signInName());
    jdbc.sql("update access.staff set password_hash = :hash, version = version + 1 where id = :id")
        .param("hash", hash(password))
        .param("id", id)
        .update();
    record(by, "staff.set-password", id, "");
  }

  @Override
  public void signOutEverywhere(Actor by, UUID id) {
    if (!(by instanceof Actor.Staff staff && staff.id().equals(id))) {
      StaffDuties.requireAdministrator(by);
    }
    requireFound(
        id,
        jdbc.sql("update access.staff set version = version + 1 where id = :id")
            .param("id", id)
            .update());
    record(by, "staff.sign-out-everywhere", id, "");
  }

  @Override
  public String randomPassword() {
    var password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(SIGNS.charAt(sources.random().nextInt(SIGNS.length())));
    }
    return password.toString();
  }

  /** Locks all administrators first: two of them cannot remove each other at the same moment. */
  private void requireAnotherAdministrator(UUID id) {
    List<UUID> administrators =
        jdbc.sql(
                """
                select id from access.staff
                where :role = any(roles) and not locked order by id for update
                """)
            .param("role", Role.ADMINISTRATOR.name())
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    if (administrators.equals(List.of(id))) {
      throw new IllegalArgumentException(
          "account " + id + " is the last administrator. Maybe make another one first?");
    }
  }

  private static void requireFound(UUID id, int rows) {
    if (rows == 0) {
      throw new IllegalArgumentException("there is no account " + id);
    }
  }

  private String hash(String password) {
    String hash = encoder.encode(PasswordRules.normalized(password));
    if (hash == null) {
      throw new IllegalStateException("the password encoder returned nothing");
    }
    return hash;
  }

  private void record(Actor by, String action, UUID id, String note) {
    audit.append(
        new AuditEntry(by.auditName(), "", action, List.of("staff:" + id), List.of(), note));
  }

  static String folded(String signInName) {
    return signInName.strip().toLowerCase(Locale.ROOT);
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  static Set<Role> roles(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("roles").getArray())
        .map(Role::valueOf)
        .collect(Collectors.toSet());
  }

  private static StaffAccount account(ResultSet row, int index) throws SQLException {
    return new StaffAccount(
        row.getObject("id", UUID.class),
        row.getString("sign_in_name"),
        row.getString("display_name"),
        roles(row),
        row.getBoolean("locked"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
