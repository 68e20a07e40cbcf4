/** Commands that bring records in, and correct or take back what came. */
@NullMarked
package io.cornerstore.cli.intake;

import org.jspecify.annotations.NullMarked;
