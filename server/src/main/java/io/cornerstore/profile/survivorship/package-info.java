/** Which record wins which field: pure code over the metadata of records, no values. */
@NullMarked
package io.cornerstore.profile.survivorship;

import org.jspecify.annotations.NullMarked;
