package io.cornerstore.identity;

/**
 * So many customers were formed, merged or split in one step that no event tells of each: whoever
 * follows reads {@link Customers#changedAfter} from {@code after} to {@code until}.
 */
public record CustomersChangedInBulk(long after, long until) {}
