package io.cornerstore.vault.keystore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL instance of the keys.
 *
 * @param url JDBC address; must be another instance than the main one, so that backups of data hold
 *     no keys
 * @param maximumPoolSize most connections at a time
 */
@ConfigurationProperties("cornerstore.keys")
public record KeysSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("4") int maximumPoolSize) {

  @Override
  public String toString() {
    return "KeysSettings[" + username + "]";
  }
}
