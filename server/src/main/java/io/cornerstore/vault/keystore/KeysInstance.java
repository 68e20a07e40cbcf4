package io.cornerstore.vault.keystore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cornerstore.kernel.Migrations;
import io.cornerstore.vault.VaultException;
import io.cornerstore.vault.root.RootKey;
import io.cornerstore.vault.root.RootKeyFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections to the instance of the keys, its tables brought up to date. */
public final class KeysInstance {

  private KeysInstance() {}

  /** Opens the pool and migrates; the caller closes it. */
  public static HikariDataSource open(KeysSettings settings) {
    if (settings.url().isBlank()) {
      throw new VaultException(
          "cornerstore.keys.url names no database. Maybe set it to jdbc:postgresql://… of the instance for keys?");
    }
    var config = new HikariConfig();
    config.setPoolName("keys");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.maximumPoolSize());
    // A key must be on disk before the data it seals, whatever the server's default is; and a plan
    // cached while the table was nearly empty would read all of it for ever after.
    config.setConnectionInitSql(
        "set synchronous_commit = on; set plan_cache_mode = force_custom_plan");
    var dataSource = new HikariDataSource(config);
    try {
      migrate(dataSource);
    } catch (RuntimeException e) {
      dataSource.close();
      throw e;
    }
    return dataSource;
  }

  private static void migrate(DataSource dataSource) {
    Migrations.apply(
        Flyway.configure()
            .dataSource(dataSource)
            .locations("classpath:db/keys")
            .defaultSchema("cornerstore")
            .createSchemas(true)
            .ignoreMigrationPatterns(new String[0])
            .load(),
        "keys");
  }

  /**
   * The root key of these stored keys. A new one is made only for an instance that holds no keys
   * yet: beside keys of another root it would make them look like lost.
   */
  public static RootKey root(JdbcClient keys, RootKeyFile file) {
    if (file.exists()) {
      return file.read();
    }
    if (KeyEncryptionKeys.present(keys)) {
      throw new VaultException(
          "the keys in the database belong to a root key whose file is missing."
              + " Maybe restore the copy of it to cornerstore.vault.root-key-file?");
    }
    return file.make();
  }
}
