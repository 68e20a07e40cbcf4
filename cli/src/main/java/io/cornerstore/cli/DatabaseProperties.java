package io.cornerstore.cli;

import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.PostgresAccess;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** Where the databases are: known once they run, which whoever asks for it waits for. */
final class DatabaseProperties extends EnumerablePropertySource<Supplier<EmbeddedCluster>> {

  private static final Map<String, Function<EmbeddedCluster, String>> PROPERTIES =
      Map.of(
          "spring.datasource.url", main(PostgresAccess::jdbcUrl),
          "spring.datasource.username", main(PostgresAccess::user),
          "spring.datasource.password", main(PostgresAccess::password),
          "cornerstore.keys.url", keys(PostgresAccess::jdbcUrl),
          "cornerstore.keys.username", keys(PostgresAccess::user),
          "cornerstore.keys.password", keys(PostgresAccess::password));

  private static final String[] NAMES = PROPERTIES.keySet().toArray(String[]::new);

  DatabaseProperties(Supplier<EmbeddedCluster> databases) {
    super("databases", databases);
  }

  @Override
  public String[] getPropertyNames() {
    return NAMES.clone();
  }

  @Override
  public @Nullable Object getProperty(String name) {
    Function<EmbeddedCluster, String> property = PROPERTIES.get(name);
    return property == null ? null : property.apply(source.get());
  }

  private static Function<EmbeddedCluster, String> main(Function<PostgresAccess, String> part) {
    return databases -> part.apply(databases.main());
  }

  private static Function<EmbeddedCluster, String> keys(Function<PostgresAccess, String> part) {
    return databases -> part.apply(databases.keys());
  }
}
