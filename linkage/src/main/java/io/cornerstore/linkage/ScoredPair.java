package io.cornerstore.linkage;

/**
 * Two records and the evidence that they are the same.
 *
 * @param a handle of one record, the smaller one
 * @param b handle of the other record
 * @param bits log2 of the odds that they are the same, prior included
 * @param probability the same as a probability, 0..1
 * @param pattern the outcome of every comparison, four bits an attribute; a decision of a person
 *     that overrides the evidence has pattern 0
 */
public record ScoredPair(int a, int b, double bits, double probability, long pattern) {}
