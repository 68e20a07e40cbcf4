/** Measurements on real input and on the sample town. */
@NullMarked
package io.cornerstore.bench;

import org.jspecify.annotations.NullMarked;
