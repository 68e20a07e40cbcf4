/** Finds and masks what must never be kept: payment cards and national ids. */
@NullMarked
package io.cornerstore.intake.screening;

import org.jspecify.annotations.NullMarked;
