/** From accepted pairs to clusters that do not chain. */
@NullMarked
package io.cornerstore.linkage.clustering;

import org.jspecify.annotations.NullMarked;
