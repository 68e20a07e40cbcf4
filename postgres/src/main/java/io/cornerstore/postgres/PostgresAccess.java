package io.cornerstore.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What a client needs to connect to one database. The password is a secret: {@link #toString} omits
 * it.
 *
 * @param jdbcUrl a {@code jdbc:postgresql:} URL that already has a query part, so further
 *     properties are appended with {@code &}
 * @param user the role
 * @param password its password in clear
 */
public record PostgresAccess(String jdbcUrl, String user, String password) {

  public PostgresAccess {
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  /**
   * Access on this machine, without the TLS and GSS handshakes a loopback connection cannot use.
   */
  static PostgresAccess local(int port, String database, String password) {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
            .formatted(port, database);
    return new PostgresAccess(url, EmbeddedPostgres.USER, password);
  }

  /** The same server and role, another database. */
  public PostgresAccess database(String name) {
    int slash = jdbcUrl.lastIndexOf('/');
    int query = jdbcUrl.indexOf('?', slash);
    String tail = query < 0 ? "" : jdbcUrl.substring(query);
    return new PostgresAccess(jdbcUrl.substring(0, slash + 1) + name + tail, user, password);
  }

  /**
   * Opens a connection the caller closes.
   *
   * @throws SQLException when the server cannot be reached or refuses
   */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  @Override
  public String toString() {
    return "PostgresAccess[" + jdbcUrl + ", " + user + "]";
  }
}
