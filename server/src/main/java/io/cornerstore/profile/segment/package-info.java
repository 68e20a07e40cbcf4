/** Customers counted by recency and frequency. */
@NullMarked
package io.cornerstore.profile.segment;

import org.jspecify.annotations.NullMarked;
