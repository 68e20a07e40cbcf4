package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.ProgressLine;
import io.cornerstore.linkage.LinkageProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;

/** Shows how far the linking is: a bar on a terminal, elsewhere a line when a phase is over. */
final class LinkProgress implements LinkageProgress {
  private static final Map<String, String> WORDS =
      Map.of(
          "look", "Looking at files",
          "read", "Reading",
          "train", "Training",
          "block", "Finding candidates",
          "compare", "Comparing",
          "cluster", "Clustering",
          "survey", "Counting what came of it",
          "write", "Writing");

  private final PrintWriter say;
  private final boolean terminal;
  private String stage = "look";
  private long since = System.nanoTime();
  private ProgressLine line;

  LinkProgress(PrintWriter say, boolean terminal) {
    this.say = say;
    this.terminal = terminal;
    this.line = new ProgressLine(say, terminal);
  }

  /** Begins a phase of the command; what the library does it names itself. */
  void begin(String phase) {
    if (!phase.equals("train")) {
      enter(phase);
    }
  }

  /* Begins a phase, unless it has no name of its own; the one under way is over. */
  private synchronized void enter(String next) {
    if (!next.equals(stage) && WORDS.containsKey(next)) {
      end();
      stage = next;
      since = System.nanoTime();
    }
  }

  /** So much of the phase is done. */
  synchronized void show(long done, long total) {
    if (terminal) {
      line.show(words(), done, total, "");
    }
  }

  /** Says something on a line of its own. */
  synchronized void say(String text) {
    say.println(terminal ? "\r\u001b[K" + text : text);
  }

  /** For one part of the phase: its progress comes on top of what came before. */
  LongConsumer part(long before, long total) {
    return done -> show(before + done, total);
  }

  @Override
  public synchronized void at(String phase, int done, int tasks) {
    enter(phase);
    show(done, tasks);
  }

  /** Ends the phase under way, if there is one. */
  synchronized void end() {
    if (stage.isEmpty()) {
      return;
    }
    if (terminal) {
      line.show(words(), 1, 1, "");
      line.close();
      line = new ProgressLine(say, true);
    } else {
      say.printf(Locale.ROOT, "%s: %.1f s%n", words(), (System.nanoTime() - since) / 1e9);
    }
    stage = "";
  }

  private String words() {
    return WORDS.getOrDefault(stage, stage);
  }
}
