/** Pages of customers for other systems. */
@NullMarked
package io.cornerstore.delivery.export;

import org.jspecify.annotations.NullMarked;
