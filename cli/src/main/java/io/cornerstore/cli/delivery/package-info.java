/** Commands that hand customers on: exports and webhooks. */
@NullMarked
package io.cornerstore.cli.delivery;

import org.jspecify.annotations.NullMarked;
