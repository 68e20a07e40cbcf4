/**
 * Who may act and for what: staff, roles, actors and purposes. Refuses whatever has no actor or no
 * purpose.
 */
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"kernel", "audit"})
package io.cornerstore.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
