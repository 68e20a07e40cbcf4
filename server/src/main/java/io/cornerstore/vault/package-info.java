/**
 * Keys of source subjects, sealing and opening of values, keyed hashes for exact search. The
 * wrapped keys live in an own database instance.
 */
@NullMarked
@ApplicationModule(
    displayName = "Vault",
    allowedDependencies = {"kernel", "audit", "access"})
package io.cornerstore.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
