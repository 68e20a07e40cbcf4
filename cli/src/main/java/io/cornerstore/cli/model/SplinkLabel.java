package io.cornerstore.cli.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label by which a level that was written for Splink says what it is to us, such as {@code
 * given-name: nickname + different}.
 *
 * @param attribute attribute of ours
 * @param levels levels of ours, at least one
 */
record SplinkLabel(String attribute, List<String> levels) {
  private static final Pattern FORM = Pattern.compile("([a-z-]+): ([a-z-]+(?: \\+ [a-z-]+)*)");

  static Optional<SplinkLabel> parse(String label) {
    Matcher matcher = FORM.matcher(label);
    return matcher.matches()
        ? Optional.of(new SplinkLabel(matcher.group(1), List.of(matcher.group(2).split(" \\+ "))))
        : Optional.empty();
  }

  String text() {
    return attribute + ": " + String.join(" + ", levels);
  }
}
