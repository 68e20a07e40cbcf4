package io.cornerstore.linkage;

/**
 * Two answers to who is who.
 *
 * @param certain what may be merged without a person
 * @param best the best guess there is, for counting and for proposals
 * @param compared how many pairs were compared
 */
public record TwoPartitions(Partition certain, Partition best, long compared) {}
