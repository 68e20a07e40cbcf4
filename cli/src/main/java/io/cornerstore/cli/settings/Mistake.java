package io.cornerstore.cli.settings;

/**
 * Something wrong in the configuration.
 *
 * @param line of the file, from 1; 0 when it concerns no line, as a missing key
 * @param text what is wrong and what to do, never a secret
 */
public record Mistake(int line, String text) {}
