/** Pages on which it is settled who is who. */
@NullMarked
package io.cornerstore.console.review;

import org.jspecify.annotations.NullMarked;
