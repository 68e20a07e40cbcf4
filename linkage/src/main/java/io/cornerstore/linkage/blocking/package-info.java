/** Which pairs are worth comparing. */
@NullMarked
package io.cornerstore.linkage.blocking;

import org.jspecify.annotations.NullMarked;
