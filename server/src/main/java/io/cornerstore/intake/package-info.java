/**
 * Takes records from files and calls: screened, sealed, exactly once, in one ordered log. Owns
 * source records, reference feeds, mappings and quarantine.
 */
@NullMarked
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"kernel", "audit", "access", "vault"})
package io.cornerstore.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
