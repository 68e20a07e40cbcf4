package io.cornerstore.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the root key is.
 *
 * @param rootKeyFile file of the root key, made at the first start; keep a copy elsewhere
 * @param passphrase when given, the file is sealed under a key derived from it (Argon2id)
 */
@ConfigurationProperties("cornerstore.vault")
record VaultSettings(@DefaultValue("data/root.key") Path rootKeyFile, @Nullable String passphrase) {

  @Override
  public String toString() {
    return "VaultSettings[" + rootKeyFile + "]";
  }
}
