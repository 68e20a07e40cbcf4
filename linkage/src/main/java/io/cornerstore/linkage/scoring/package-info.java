/** Outcome of the comparison of two records, and its weight in bits. */
@NullMarked
package io.cornerstore.linkage.scoring;

import org.jspecify.annotations.NullMarked;
