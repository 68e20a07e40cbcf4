/** Pages about what comes in, and what goes out by itself. */
@NullMarked
package io.cornerstore.console.feeds;

import org.jspecify.annotations.NullMarked;
