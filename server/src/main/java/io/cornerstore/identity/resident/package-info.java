/** The resident index: every subject of this process in memory, rebuilt from sealed rows. */
@NullMarked
package io.cornerstore.identity.resident;

import org.jspecify.annotations.NullMarked;
