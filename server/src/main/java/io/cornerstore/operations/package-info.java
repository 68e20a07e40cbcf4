/**
 * What an operator watches: figures of every module, and how the installation stands. Holds no data
 * of its own.
 */
@NullMarked
@ApplicationModule(
    displayName = "Operations",
    allowedDependencies = {"kernel", "intake", "identity", "profile"})
package io.cornerstore.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
