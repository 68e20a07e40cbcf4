package io.cornerstore.intake.segment;

import io.cornerstore.kernel.SourceSystem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call came in.
 *
 * @param source what the write key stands for
 * @param door the way in
 * @param type of the only event, when the path says it; else the events say it
 */
public record Arrival(
    SourceSystem source, Door door, @Nullable EventType type, Instant receivedAt) {}
