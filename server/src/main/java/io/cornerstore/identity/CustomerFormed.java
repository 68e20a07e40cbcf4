package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;

/** A customer came into being. */
public record CustomerFormed(CustomerId customer) {}
