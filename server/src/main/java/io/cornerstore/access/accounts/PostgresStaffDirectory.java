package io.cornerstore.access.accounts;

import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class PostgresStaffDirectory implements StaffDirectory {

  private static final String ACCOUNT =
      """
      select id, sign_in_name, display_name, roles, password_hash, version, locked
      from access.staff\s
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final TransactionOperations transactions;

  PostgresStaffDirectory(JdbcClient jdbc, AuditTrail audit, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public Optional<StaffCredentials> findByName(String signInName) {
    return jdbc.sql(ACCOUNT + "where sign_in_name = :name")
        .param("name", PostgresStaffAccounts.folded(signInName))
        .query(PostgresStaffDirectory::credentials)
        .optional();
  }

  @Override
  public Optional<StaffCredentials> findByIdentity(byte[] identity) {
    return jdbc.sql(ACCOUNT + "where identity_hash = :identity")
        .param("identity", identity)
        .query(PostgresStaffDirectory::credentials)
        .optional();
  }

  private static StaffCredentials credentials(ResultSet row, int number) throws SQLException {
    return new StaffCredentials(
        new Actor.Staff(
            row.getObject("id", UUID.class),
            row.getString("display_name"),
            PostgresStaffAccounts.roles(row)),
        row.getString("sign_in_name"),
        row.getString("password_hash"),
        row.getInt("version"),
        row.getBoolean("locked"));
  }

  @Override
  public boolean join(UUID id, byte[] identity) {
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          int joined =
              jdbc.sql(
                      """
                      update access.staff set identity_hash = :identity
                      where id = :id and identity_hash is null
                      """)
                  .param("identity", identity)
                  .param("id", id)
                  .update();
          if (joined == 1) {
            String name = "staff:" + id;
            audit.append(new AuditEntry(name, "", "staff.identity", List.of(name), List.of(), ""));
          }
          return joined == 1;
        }));
  }

  @Override
  public boolean holds(UUID id, int version) {
    return jdbc.sql(
            """
            select exists (
              select from access.staff where id = :id and version = :version and not locked)
            """)
        .param("id", id)
        .param("version", version)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void recordSignIn(UUID id, boolean accepted) {
    String name = "staff:" + id;
    String action = accepted ? "staff.sign-in" : "staff.sign-in-refused";
    transactions.executeWithoutResult(
        _ -> audit.append(new AuditEntry(name, "", action, List.of(name), List.of(), "")));
  }
}
