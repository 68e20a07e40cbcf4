package io.cornerstore.profile;

/**
 * So many golden records were computed in one step that no event tells of each. Versions of
 * customers: from the one after {@code after} to {@code until}.
 */
public record GoldenRecordsChangedInBulk(long after, long until) {}
