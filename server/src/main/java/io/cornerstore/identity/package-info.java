/**
 * Which source subjects are the same customer: clusters, decisions, explanations, households. A
 * false merge is worse than a missed one.
 */
@NullMarked
@ApplicationModule(
    displayName = "Identity",
    allowedDependencies = {"kernel", "audit", "access", "vault", "intake"})
package io.cornerstore.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
