/** From rows of files to entries of the log. */
@NullMarked
package io.cornerstore.intake.feed;

import org.jspecify.annotations.NullMarked;
