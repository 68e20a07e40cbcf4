/** Typo-tolerant search over the dictionaries. */
@NullMarked
package io.cornerstore.linkage.search;

import org.jspecify.annotations.NullMarked;
