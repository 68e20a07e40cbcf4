/** Answers about customers: by id, by what somebody types, why, and who lives with whom. */
@NullMarked
package io.cornerstore.identity.enquiry;

import org.jspecify.annotations.NullMarked;
