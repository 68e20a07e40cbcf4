/** From quarantine back to the log. */
@NullMarked
package io.cornerstore.intake.replay;

import org.jspecify.annotations.NullMarked;
