/**
 * Who did what, to whom, for which purpose: one row in the caller's own transaction. There is no
 * way to switch it off: no row, no answer.
 */
@NullMarked
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"kernel"})
package io.cornerstore.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
