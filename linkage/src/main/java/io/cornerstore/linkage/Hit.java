package io.cornerstore.linkage;

/**
 * A record found.
 *
 * @param handle the record
 * @param score 0..1, 1 when all that was asked agrees exactly
 */
public record Hit(int handle, double score) {}
