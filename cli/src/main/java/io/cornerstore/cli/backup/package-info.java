/**
 * Backups of both databases, their checking and their restoring.
 *
 * <p>A backup holds the rows of one snapshot of each database in PostgreSQL's binary copy format,
 * not its files: it fits every machine and later versions, embedded servers and others alike, and
 * holds nothing of rows that were deleted before, which files and write-ahead log would. The data
 * are taken first and the keys after them. A key is durable before what it seals, so every value of
 * the data has its key in the later snapshot of the keys, unless its subject was erased in between:
 * then the erasure counts. Restoring goes the other way round, keys before data.
 */
@NullMarked
package io.cornerstore.cli.backup;

import org.jspecify.annotations.NullMarked;
