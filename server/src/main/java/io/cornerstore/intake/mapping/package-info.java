/** Reads mappings, finds their mistakes, proposes new ones. */
@NullMarked
package io.cornerstore.intake.mapping;

import org.jspecify.annotations.NullMarked;
