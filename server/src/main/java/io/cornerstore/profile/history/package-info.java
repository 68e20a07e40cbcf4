/** What happened, told once: records grouped into occurrences, linked, paged and counted. */
@NullMarked
package io.cornerstore.profile.history;

import org.jspecify.annotations.NullMarked;
