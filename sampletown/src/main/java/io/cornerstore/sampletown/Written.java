package io.cornerstore.sampletown;

import java.util.Map;

/**
 * What a town's writing gave; the same numbers stand in {@code truth/expected.json}.
 *
 * @param people people of the town, with or without a record
 * @param feeds by file name: lines without the header, good and bad
 * @param subjects by source: source subjects, anonymous ones included
 * @param interactions by type ({@code purchase}, {@code return} …): interactions of good rows; the
 *     lines of one receipt are one
 * @param malformed by file name and kind: rows damaged on purpose, each an additional row
 * @param repeated by file name: good rows that stand there twice with the same message id
 * @param secrets by kind ({@code card}, {@code ssn}, {@code nik}): ids typed into free text
 */
public record Written(
    long people,
    Map<String, Long> feeds,
    Map<String, Long> subjects,
    Map<String, Long> interactions,
    Map<String, Long> malformed,
    Map<String, Long> repeated,
    Map<String, Long> secrets) {

  /** Lines of all feeds together. */
  public long rows() {
    return feeds.values().stream().mapToLong(Long::longValue).sum();
  }
}
