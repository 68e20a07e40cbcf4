/**
 * The one view: golden record with provenance, timeline over all channels, behaviour. Holds
 * pointers to winning values, never a second sealed copy.
 */
@NullMarked
@ApplicationModule(
    displayName = "Profile",
    allowedDependencies = {"kernel", "audit", "access", "vault", "intake", "identity"})
package io.cornerstore.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
