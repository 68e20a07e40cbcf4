/** Stored golden records: pointers to winning records, their changes, the pump that follows. */
@NullMarked
package io.cornerstore.profile.golden;

import org.jspecify.annotations.NullMarked;
