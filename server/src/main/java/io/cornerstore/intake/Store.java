package io.cornerstore.intake;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A store of the catalogue. */
public record Store(
    String id,
    @Nullable String name,
    @Nullable String locality,
    @Nullable String country,
    @Nullable ZoneId zone) {}
