package io.cornerstore.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Compares text with a file under {@code src/test/resources/golden}. With {@code -Dgolden.update}
 * the file is written instead, and the change reviewed like code.
 */
public final class Golden {

  private static final int CONTEXT = 3;
  private static final int SHOWN = 12;

  private Golden() {}

  /**
   * Line ends are compared as {@code \n}.
   *
   * @param name file name below the folder, e.g. {@code explanation/twins.txt}
   * @throws AssertionError when they differ or the file is missing; the message shows where
   */
  public static void assertMatches(String name, String actual) {
    Path base = Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "golden");
    assertMatches(base.resolve(name), actual, System.getProperty("golden.update") != null);
  }

  /**
   * The same with a file anywhere below the repository, such as a page of the documentation that is
   * generated.
   *
   * @param file relative to the folder of the Maven module
   */
  public static void assertFileMatches(Path file, String actual) {
    assertMatches(
        Path.of(System.getProperty("basedir", "")).resolve(file).normalize(),
        actual,
        System.getProperty("golden.update") != null);
  }

  static void assertMatches(Path file, String actual, boolean update) {
    String text = actual.replace("\r\n", "\n");
    try {
      if (update) {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text, UTF_8);
      } else if (!Files.exists(file)) {
        throw new AssertionError(file + " is missing; -Dgolden.update writes it:\n" + text);
      } else if (!Files.readString(file, UTF_8).replace("\r\n", "\n").equals(text)) {
        throw new AssertionError(difference(file, Files.readString(file, UTF_8), text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String difference(Path file, String expected, String actual) {
    List<String> before = expected.replace("\r\n", "\n").lines().toList();
    List<String> after = actual.lines().toList();
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    StringBuilder message = new StringBuilder();
    message.append(file).append(" differs from line ").append(head + 1);
    message.append(" on (-Dgolden.update accepts):\n");
    append(message, "  ", before.subList(Math.max(0, head - CONTEXT), head));
    append(message, "- ", before.subList(head, before.size() - tail));
    append(message, "+ ", after.subList(head, after.size() - tail));
    append(
        message,
        "  ",
        after.subList(after.size() - tail, after.size()).stream().limit(CONTEXT).toList());
    return message.toString();
  }

  private static void append(StringBuilder message, String mark, List<String> lines) {
    lines.stream().limit(SHOWN).forEach(line -> message.append(mark).append(line).append('\n'));
    if (lines.size() > SHOWN) {
      message.append(mark).append("… ").append(lines.size() - SHOWN).append(" more lines\n");
    }
  }
}
