package io.cornerstore.intake;

/**
 * A stretch of a text that may not be kept.
 *
 * @param kind {@code card}, {@code national-id}, or a kind of the list of refused words ({@code
 *     health}, {@code religion} …)
 * @param start of the first character, from 0
 * @param end behind the last character
 */
public record Refused(String kind, int start, int end) {}
