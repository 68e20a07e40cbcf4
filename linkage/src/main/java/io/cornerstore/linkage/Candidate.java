package io.cornerstore.linkage;

/**
 * A record that may be the same as one asked for.
 *
 * @param handle the record held
 * @param bits log2 of the odds that they are the same, prior included
 * @param probability the same as a probability, 0..1
 * @param pattern the outcome of every comparison, four bits an attribute
 */
public record Candidate(int handle, double bits, double probability, long pattern) {}
