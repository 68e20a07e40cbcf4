/** Decisions of people: merge, split, undo. */
@NullMarked
package io.cornerstore.identity.stewardship;

import org.jspecify.annotations.NullMarked;
