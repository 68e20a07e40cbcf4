/** The first page, the segments, and the keys. */
@NullMarked
package io.cornerstore.console.home;

import org.jspecify.annotations.NullMarked;
