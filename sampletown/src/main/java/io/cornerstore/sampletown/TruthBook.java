package io.cornerstore.sampletown;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code truth.csv} and {@code secrets.csv} as things happen, and counts. */
final class TruthBook implements Book, AutoCloseable {

  private final BufferedWriter truths;
  private final BufferedWriter secrets;
  private final Tally subjects = new Tally();
  private final Tally interactions = new Tally();
  private final Tally planted = new Tally();

  TruthBook(Path folder) throws IOException {
    this.truths = open(folder.resolve("truth.csv"), Truth.HEADER);
    this.secrets = open(folder.resolve("secrets.csv"), "file,kind,typed");
  }

  private static BufferedWriter open(Path file, String header) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    writer.write(header + '\n');
    return writer;
  }

  @Override
  public void subject(Truth truth, Appearance known) {
    line(truths, truth.toCsv());
    subjects.add(truth.source(), 1);
  }

  @Override
  public void interaction(String type) {
    interactions.add(type, 1);
  }

  @Override
  public void secret(String file, String kind, String typed) {
    line(secrets, file + ',' + kind + ',' + typed);
    planted.add(kind, 1);
  }

  private static void line(Writer to, String text) {
    try {
      to.write(text);
      to.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All counts, together with those of the feeds. */
  Written written(long people, Press press) {
    Tally rows = new Tally();
    Tally malformed = new Tally();
    Tally repeated = new Tally();
    for (Feed feed : press.feeds()) {
      rows.add(feed.file(), feed.count().rows());
      feed.count()
          .malformed()
          .counts()
          .forEach((kind, count) -> malformed.add(feed.file() + '/' + kind, count));
      if (feed.count().repeated() > 0) {
        repeated.add(feed.file(), feed.count().repeated());
      }
    }
    return new Written(
        people,
        rows.counts(),
        subjects.counts(),
        interactions.counts(),
        malformed.counts(),
        repeated.counts(),
        planted.counts());
  }

  @Override
  public void close() throws IOException {
    truths.close();
    secrets.close();
  }
}
