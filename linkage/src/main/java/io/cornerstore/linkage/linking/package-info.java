/** From candidate pairs to judged edges, for all records or for a few. */
@NullMarked
package io.cornerstore.linkage.linking;

import org.jspecify.annotations.NullMarked;
