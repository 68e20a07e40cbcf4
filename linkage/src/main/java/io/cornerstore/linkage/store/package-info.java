/** Records as columns of ints over dictionaries of values; no object for a record. */
@NullMarked
package io.cornerstore.linkage.store;

import org.jspecify.annotations.NullMarked;
