package io.cornerstore.cli.installation;

import io.cornerstore.postgres.PostgresAccess;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** Where the databases are: known once they run, which whoever asks for it waits for. */
final class DatabaseProperties extends EnumerablePropertySource<Supplier<DatabaseServers>> {

  private static final Map<String, Function<DatabaseServers, String>> PROPERTIES =
      Map.of(
          "spring.datasource.url", main(PostgresAccess::jdbcUrl),
          "spring.datasource.username", main(PostgresAccess::user),
          "spring.datasource.password", main(PostgresAccess::password),
          "cornerstore.keys.url", keys(PostgresAccess::jdbcUrl),
          "cornerstore.keys.username", keys(PostgresAccess::user),
          "cornerstore.keys.password", keys(PostgresAccess::password));

  private static final String[] NAMES = PROPERTIES.keySet().toArray(String[]::new);

  DatabaseProperties(Supplier<DatabaseServers> databases) {
    super("databases", databases);
  }

  @Override
  public String[] getPropertyNames() {
    return NAMES.clone();
  }

  @Override
  public @Nullable Object getProperty(String name) {
    Function<DatabaseServers, String> property = PROPERTIES.get(name);
    return property == null ? null : property.apply(source.get());
  }

  private static Function<DatabaseServers, String> main(Function<PostgresAccess, String> part) {
    return databases -> part.apply(databases.main());
  }

  private static Function<DatabaseServers, String> keys(Function<PostgresAccess, String> part) {
    return databases -> part.apply(databases.keys());
  }
}
