package io.cornerstore.vault;

import com.zaxxer.hikari.HikariDataSource;
import io.cornerstore.access.AccessPolicy;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.vault.keystore.KeyCache;
import io.cornerstore.vault.keystore.KeyEncryptionKeys;
import io.cornerstore.vault.keystore.KeysInstance;
import io.cornerstore.vault.keystore.KeysSettings;
import io.cornerstore.vault.keystore.SubjectKeys;
import io.cornerstore.vault.root.RootKey;
import io.cornerstore.vault.root.RootKeyFile;
import io.cornerstore.vault.sealing.CipherDesks;
import java.security.SecureRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VaultSettings.class, KeysSettings.class})
class VaultConfiguration {

  private static final String KEYS = "keysDataSource";

  /** Not a candidate where anybody asks for "the" data source. */
  @Bean(name = KEYS, defaultCandidate = false)
  HikariDataSource keysDataSource(KeysSettings settings) {
    return KeysInstance.open(settings);
  }

  @Bean
  RootKey rootKey(@Qualifier(KEYS) DataSource keys, VaultSettings settings) {
    var file = new RootKeyFile(settings.rootKeyFile(), settings.passphrase(), new SecureRandom());
    return KeysInstance.root(JdbcClient.create(keys), file);
  }

  @Bean
  KeyCache keyCache() {
    return new KeyCache(System::nanoTime);
  }

  /** Overwrites keys whose time in memory is over, also when nobody asks for any. */
  @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
  ScheduledExecutorService keySweeper(KeyCache cache) {
    var sweeper =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-sweeper").daemon().factory());
    var _ = sweeper.scheduleWithFixedDelay(cache::sweep, 1, 1, TimeUnit.MINUTES);
    return sweeper;
  }

  @Bean
  Vault vault(@Qualifier(KEYS) DataSource keys, RootKey root, KeyCache cache) {
    var random = new SecureRandom();
    JdbcClient jdbc = JdbcClient.create(keys);
    var wrapping = KeyEncryptionKeys.open(jdbc, root, random);
    return new PostgresVault(
        new SubjectKeys(jdbc, wrapping, random), cache, new CipherDesks(random));
  }

  @Bean
  KeyedHash keyedHash(RootKey root) {
    return new HmacKeyedHash(root);
  }

  @Bean
  UnsealPermits unsealPermits(AccessPolicy policy, AuditTrail audit) {
    return new RecordedPermits(policy, audit);
  }
}
