package io.cornerstore.cli.installation;

import io.cornerstore.cli.settings.Settings.ExternalServers;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.postgres.PostgresAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at servers of somebody else before anything is written to them. */
final class ExternalCheck {

  private static final int OLDEST = 180_000;

  private ExternalCheck() {}

  /**
   * What a server says of itself.
   *
   * @param system the identifier made with its data folder; replicas have that of their primary
   * @param version as {@code server_version_num}
   */
  record Seen(long system, int version, boolean replica, boolean encrypted) {}

  /** Throws {@link UserMistake} with everything that is in the way. */
  static DatabaseServers require(ExternalServers servers) {
    List<String> faults = new ArrayList<>();
    Optional<Seen> main = look("database.url", servers.main(), faults);
    Optional<Seen> keys = look("keys.url", servers.keys(), faults);
    if (main.isPresent()
        && keys.isPresent()
        && main.get().system() == keys.get().system()
        && !servers.sameServerAllowed()) {
      faults.add(
          "'database.url' and 'keys.url' lead to one PostgreSQL server, or to a copy of it. Keys"
              + " need a server of their own: one server has one write-ahead log and one backup,"
              + " and an erased key would stay in both. Use another server, or say"
              + " 'keys.unsafe-same-server: true'");
    }
    if (!faults.isEmpty()) {
      throw new UserMistake(
          "the databases cannot be used; nothing was started:\n  " + String.join("\n  ", faults));
    }
    return new DatabaseServers.External(servers.main(), servers.keys());
  }

  private static Optional<Seen> look(String key, PostgresAccess access, List<String> faults) {
    try {
      Seen seen = seen(access);
      if (seen.version() < OLDEST) {
        faults.add(
            "'%s' leads to PostgreSQL %d, and 18 or later is needed"
                .formatted(key, seen.version() / 10_000));
      }
      if (seen.replica()) {
        faults.add("'" + key + "' leads to a replica, which cannot be written to");
      }
      return Optional.of(seen);
    } catch (SQLException e) {
      faults.add("'%s': %s".formatted(key, explained(e)));
      return Optional.empty();
    }
  }

  static Seen seen(PostgresAccess access) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select control.system_identifier,
                       current_setting('server_version_num')::int as version,
                       pg_is_in_recovery() as replica,
                       coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false)
                         as encrypted
                from pg_control_system() control
                """)) {
      row.next();
      return new Seen(
          row.getLong("system_identifier"),
          row.getInt("version"),
          row.getBoolean("replica"),
          row.getBoolean("encrypted"));
    }
  }

  /** By the class of its state (PostgreSQL documentation, appendix A): the text may hold values. */
  static String explained(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" ->
          "the server does not answer, or refuses the connection. Maybe it is down, a firewall"
              + " stands between, or 'tls' does not fit";
      case "28" -> "the server refuses user and password";
      case "3D" -> "there is no database of that name";
      case "42" -> "the user may not read what is needed";
      case "53" -> "the server has no connection left";
      case "57" -> "the server is just starting or stopping";
      default -> "the server answers with error " + state;
    };
  }
}
