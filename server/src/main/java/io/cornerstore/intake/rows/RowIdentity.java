package io.cornerstore.intake.rows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row is counted by.
 *
 * @param message its receipt: by the id the source gave, else by content and occurrence
 * @param item the thing it is a version of, for upserts and snapshots
 * @param content keyed hash of the whole row
 */
public record RowIdentity(UUID message, @Nullable UUID item, UUID content) {}
