/** Proposes a mapping from the names and values of a file's columns. */
@NullMarked
package io.cornerstore.intake.suggestion;

import org.jspecify.annotations.NullMarked;
