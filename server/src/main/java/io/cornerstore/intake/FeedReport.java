package io.cornerstore.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was done with the rows of one feed.
 *
 * @param rows read, malformed ones included
 * @param accepted new entries of the log (for a reference feed: products or stores written)
 * @param duplicates known already: nothing changed
 * @param replaced of the accepted: newer versions of a known item
 * @param gone items that disappeared from a snapshot
 * @param quarantined rows by reason
 * @param screened values by kind of what was masked in them; {@code review} counts those listed for
 *     a person
 * @param unmapped columns that are not kept
 * @param notes other things worth knowing, in words
 */
public record FeedReport(
    String feed,
    String source,
    List<String> files,
    long rows,
    long accepted,
    long duplicates,
    long replaced,
    long gone,
    Map<String, Long> quarantined,
    Map<String, Long> screened,
    List<String> unmapped,
    List<String> notes) {

  public FeedReport {
    files = List.copyOf(files);
    quarantined = Map.copyOf(quarantined);
    screened = Map.copyOf(screened);
    unmapped = List.copyOf(unmapped);
    notes = List.copyOf(notes);
  }

  /** All rows in quarantine. */
  public long quarantinedRows() {
    return quarantined.values().stream().mapToLong(Long::longValue).sum();
  }

  void appendTo(StringBuilder text) {
    text.append("%s (source %s, %s)%n".formatted(feed, source, fileNames()));
    text.append("  %,12d rows read%n".formatted(rows));
    text.append("  %,12d new%n".formatted(accepted));
    line(text, replaced, "of them newer versions of known items");
    line(text, duplicates, "known already, nothing changed");
    line(text, gone, "disappeared since the last snapshot");
    line(text, quarantinedRows(), "in quarantine:");
    new TreeMap<>(quarantined)
        .forEach((reason, count) -> text.append("  %,16d %s%n".formatted(count, reason)));
    new TreeMap<>(screened).forEach((kind, count) -> line(text, count, "values screened: " + kind));
    if (!unmapped.isEmpty()) {
      text.append("  columns not kept: ").append(String.join(", ", unmapped)).append('\n');
    }
    notes.forEach(note -> text.append("  note: ").append(note).append('\n'));
  }

  private String fileNames() {
    return files.size() == 1 ? files.getFirst() : files.size() + " files";
  }

  private static void line(StringBuilder text, long count, String words) {
    if (count > 0) {
      text.append("  %,12d %s%n".formatted(count, words));
    }
  }
}
