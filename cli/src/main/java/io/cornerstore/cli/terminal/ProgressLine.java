package io.cornerstore.cli.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows how far long work is: one line that is drawn again on a terminal, a line every few seconds
 * elsewhere. For one thread.
 */
public final class ProgressLine implements AutoCloseable {

  private static final int WIDTH = 28;
  private static final long REDRAW = Duration.ofMillis(150).toNanos();
  private static final long REPEAT = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final boolean terminal;
  private final long started = System.nanoTime();
  private long shown = Long.MIN_VALUE;
  private String last = "";

  /** On standard error, so that what a command prints can be piped. */
  public ProgressLine() {
    this(new PrintWriter(System.err, true, StandardCharsets.UTF_8), onTerminal());
  }

  /** Whether a person looks at what is printed. */
  public static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** On a writer that may or may not lead to a terminal. */
  public ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Work of a known size, 0 for unknown; {@code more} is said behind the bar. */
  public void show(String stage, long done, long total, String more) {
    long now = System.nanoTime();
    last = line(stage, done, total, more);
    if (shown != Long.MIN_VALUE && now - shown < (terminal ? REDRAW : REPEAT)) {
      return;
    }
    shown = now;
    if (terminal) {
      out.print("\r\u001b[K" + last);
      out.flush();
    } else {
      out.println(last);
    }
  }

  private String line(String stage, long done, long total, String more) {
    double seconds = (System.nanoTime() - started) / 1e9;
    if (total <= 0) {
      return String.format(Locale.ROOT, "%-22s %s  %.0f s", stage, more, seconds);
    }
    double share = Math.clamp((double) done / total, 0, 1);
    int full = (int) Math.round(share * WIDTH);
    String left =
        share > 0.03 && share < 1
            ? String.format(Locale.ROOT, ", about %.0f s left", seconds / share - seconds)
            : "";
    return String.format(
        Locale.ROOT,
        "%-22s [%s%s] %3.0f %%  %s  %.0f s%s",
        stage,
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        share * 100,
        more,
        seconds,
        left);
  }

  /** Leaves the last state standing. */
  @Override
  public void close() {
    if (!last.isEmpty()) {
      out.println(terminal ? "\r\u001b[K" + last : last);
    }
  }
}
