package io.cornerstore.cli.settings;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; the message names every mistake in it. */
public final class SettingsRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  SettingsRefused(String source, List<Mistake> mistakes) {
    super(text(source, mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** All of them, in the order of the file. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  private static String text(String source, List<Mistake> mistakes) {
    String lines =
        mistakes.stream()
            .sorted(Comparator.comparingInt(Mistake::line))
            .map(mistake ->
                mistake.line() == 0
                    ? "  " + mistake.text()
                    : "  line " + mistake.line() + ": " + mistake.text())
            .collect(Collectors.joining("\n"));
    return "%d mistake%s in %s; nothing was started:%n%s"
        .formatted(mistakes.size(), mistakes.size() == 1 ? "" : "s", source, lines);
  }
}
