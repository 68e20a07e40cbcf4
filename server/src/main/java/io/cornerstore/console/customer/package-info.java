/** Pages about one customer, and what is written down at the counter. */
@NullMarked
package io.cornerstore.console.customer;

import org.jspecify.annotations.NullMarked;
