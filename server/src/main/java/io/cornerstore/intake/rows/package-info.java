/** From a row of a file to an entry of the log, by a mapping that is bound to its columns. */
@NullMarked
package io.cornerstore.intake.rows;

import org.jspecify.annotations.NullMarked;
