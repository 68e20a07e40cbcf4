package io.cornerstore.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shops that send events, each in batches, one after the other. What the server acknowledged is
 * noted in a file; what it did not is sent again later, as it was, as the clients of such an API
 * do: maybe the server has it, and then it must not count twice. Every event is about a user of its
 * own, named like the message, so that the log can be counted without opening it.
 */
final class Senders implements AutoCloseable {

  private static final int THREADS = 12;
  private static final int BATCH = 10;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ConcurrentLinkedQueue<List<String>> unanswered = new ConcurrentLinkedQueue<>();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final BufferedWriter notes;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean sending;
  private volatile String lastFailure = "none";

  Senders(Path notes) throws IOException {
    this.notes =
        Files.newBufferedWriter(notes, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  /** Begins to send, new events without end. */
  void start(URI batches, String writeKey) {
    sending = true;
    for (int i = 0; i < THREADS; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (sending) {
                  List<String> again = unanswered.poll();
                  send(batches, writeKey, again == null ? fresh() : again);
                }
              }));
    }
  }

  /** Ends sending; what was not answered is kept for later. */
  void stop() throws InterruptedException {
    sending = false;
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
  }

  /** Sends what was never answered until all is; false when the limit is reached before. */
  boolean finish(URI batches, String writeKey, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (List<String> again = unanswered.poll(); again != null; again = unanswered.poll()) {
      send(batches, writeKey, again);
      if (System.nanoTime() > end) {
        return false;
      }
    }
    return true;
  }

  /** Messages acknowledged so far. */
  int acknowledged() {
    return acknowledged.get();
  }

  /** Batches that were not acknowledged so far. */
  int unanswered() {
    return refused.get();
  }

  /** Why the last of them was not. */
  String lastFailure() {
    return lastFailure;
  }

  private List<String> fresh() {
    List<String> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      batch.add("m" + numbers.incrementAndGet());
    }
    return batch;
  }

  private void send(URI batches, String writeKey, List<String> messages) {
    try {
      HttpResponse<String> answer =
          client.send(request(batches, writeKey, messages), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200 && answer.body().contains("true")) {
        note(messages);
        return;
      }
      lastFailure = answer.statusCode() + " " + answer.body();
      Thread.sleep(20); // it was refused: as a client that tries again
    } catch (IOException e) {
      lastFailure = e.toString();
      pause();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    refused.incrementAndGet();
    unanswered.add(messages);
  }

  private static void pause() {
    try {
      Thread.sleep(50); // the server is away
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void note(List<String> messages) throws IOException {
    for (String message : messages) {
      notes.write(message);
      notes.newLine();
    }
    notes.flush();
    acknowledged.addAndGet(messages.size());
  }

  private static HttpRequest request(URI batches, String writeKey, List<String> messages) {
    StringBuilder body = new StringBuilder("{\"batch\":[");
    for (String message : messages) {
      body.append(body.charAt(body.length() - 1) == '[' ? "" : ",").append(event(message));
    }
    String basic =
        Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(batches)
        .timeout(Duration.ofSeconds(15))
        .header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
        .build();
  }

  private static String event(String message) {
    return """
    {"type":"identify","messageId":"%1$s","userId":"%1$s","timestamp":"2026-03-01T10:00:00Z",\
    "traits":{"firstName":"Kim","lastName":"Lorma %1$s","email":"kim.%1$s@example.org"}}\
    """
        .formatted(message);
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    notes.close();
  }
}
