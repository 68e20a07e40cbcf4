package io.cornerstore.profile;

import io.cornerstore.kernel.FieldSet;
import java.time.Instant;

/**
 * A change of the golden record: the fields whose winning record or value place changed, appeared
 * or vanished. No values.
 *
 * @param version of the customer that brought it
 */
public record GoldenChange(long version, Instant at, FieldSet fields) {}
