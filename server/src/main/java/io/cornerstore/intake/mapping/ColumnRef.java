package io.cornerstore.intake.mapping;

/** A column by name, {@code lookup.column} for one of a looked-up file, and where it is named. */
public record ColumnRef(String name, Mark mark) {}
