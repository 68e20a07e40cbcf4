/** Puts a view together from opened records: golden fields with their values, masks, sources. */
@NullMarked
package io.cornerstore.profile.view;

import org.jspecify.annotations.NullMarked;
