/**
 * The few types every module speaks: typed ids, channels, money, fields of a person; and what
 * several of them need of a digest, a distance, a COPY. Owns no data.
 */
@NullMarked
@ApplicationModule(
    displayName = "Kernel",
    allowedDependencies = {})
package io.cornerstore.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
