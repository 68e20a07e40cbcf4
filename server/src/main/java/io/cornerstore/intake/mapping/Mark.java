package io.cornerstore.intake.mapping;

/** A place in a mapping's text; line and column count from 1. */
public record Mark(int line, int column) {}
