/** Which subject belongs to which customer: stable ids, moves, versions, and their rows. */
@NullMarked
package io.cornerstore.identity.assignment;

import org.jspecify.annotations.NullMarked;
