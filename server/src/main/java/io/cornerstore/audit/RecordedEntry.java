package io.cornerstore.audit;

import java.time.Instant;

/** An audit row with its number and the time it was written. */
public record RecordedEntry(long number, Instant at, AuditEntry entry) {}
