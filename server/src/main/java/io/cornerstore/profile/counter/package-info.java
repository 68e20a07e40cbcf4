/** What members of staff write down: corrections, new customers, notes. */
@NullMarked
package io.cornerstore.profile.counter;

import org.jspecify.annotations.NullMarked;
