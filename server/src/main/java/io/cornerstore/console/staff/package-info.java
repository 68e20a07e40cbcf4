/** Sign-in, and the accounts of staff. */
@NullMarked
package io.cornerstore.console.staff;

import org.jspecify.annotations.NullMarked;
