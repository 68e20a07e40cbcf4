package io.cornerstore.intake.mapping;

import java.util.regex.Pattern;

/** Holds for rows whose column matches the whole pattern; an absent value counts as empty. */
public record When(ColumnRef column, Pattern matches) {}
