package io.cornerstore.sampletown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All files of one writing: opened by the channels, written when the last person is served. */
final class Press implements AutoCloseable {

  private final Path folder;
  private final int buckets;
  private final List<Feed> feeds = new ArrayList<>();

  /**
   * @param interactions about how many rows the largest feed will have; 0 for feeds nobody wants
   */
  Press(Path folder, double interactions) {
    this.folder = folder;
    this.buckets = interactions == 0 ? 0 : Math.clamp(Math.round(interactions / 50_000), 4, 1_024);
  }

  Feed open(String file, Charset charset, String header) {
    Shelf shelf = new Shelf(folder, '.' + file, buckets);
    Feed feed = new Feed(file, charset, header, shelf, new Feed.Count());
    feeds.add(feed);
    return feed;
  }

  List<Feed> feeds() {
    return feeds;
  }

  /** Writes the feeds, two at a time. */
  void write(Progress progress) throws IOException {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<?>> written = new ArrayList<>();
      for (Feed feed : feeds) {
        written.add(two.submit(() -> write(feed)));
      }
      for (int i = 0; i < written.size(); i++) {
        progress.at("feeds", i, written.size());
        written.get(i).get();
      }
      progress.at("feeds", written.size(), written.size());
    } catch (ExecutionException e) {
      throw new IOException("a feed could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the feeds were written", e);
    }
  }

  private void write(Feed feed) {
    try {
      feed.writeTo(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Feed feed : feeds) {
      feed.shelf().close();
    }
  }
}
