/**
 * What an operator watches: figures of every module, and the age of backups. Holds no data of its
 * own and promises nothing to the other modules.
 */
@NullMarked
@ApplicationModule(
    displayName = "Operations",
    allowedDependencies = {"kernel", "intake", "identity", "profile"})
package io.cornerstore.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
