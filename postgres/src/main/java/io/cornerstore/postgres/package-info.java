/**
 * Real, durable PostgreSQL 18 started from the binaries of a Maven dependency.
 *
 * <p>{@link io.cornerstore.postgres.EmbeddedPostgres} is one server, {@link
 * io.cornerstore.postgres.EmbeddedCluster} the two that Cornerstore keeps: data, and keys. Linux
 * only; nothing here knows what is stored.
 */
@NullMarked
package io.cornerstore.postgres;

import org.jspecify.annotations.NullMarked;
