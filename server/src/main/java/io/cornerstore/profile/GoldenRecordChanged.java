package io.cornerstore.profile;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;

/**
 * Other records win for these fields of a customer now. Published only outside bulk loads: whoever
 * must not miss a change reads {@code profile} by version.
 */
public record GoldenRecordChanged(CustomerId customer, long version, FieldSet fields) {}
