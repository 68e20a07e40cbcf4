/** The resolver: follows the log, keeps features, links, and writes what changed. */
@NullMarked
package io.cornerstore.identity.resolution;

import org.jspecify.annotations.NullMarked;
