/** The log, receipts, lookups and quarantine in PostgreSQL. */
@NullMarked
package io.cornerstore.intake.log;

import org.jspecify.annotations.NullMarked;
