package io.cornerstore.cli.link.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes markup of which only the tags are ours: every text and every attribute's value is escaped,
 * so that no value of a record can become markup. Not thread-safe.
 */
final class Html {
  private static final Set<String> VOID = Set.of("meta", "br", "hr", "col");
  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    if (!VOID.contains(tag)) {
      open.push(tag);
    }
    return this;
  }

  /** Closes the element last opened. */
  Html close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (tag.length() > 1 && !tag.equals("td") && !tag.equals("th") && !tag.equals("bdi")) {
      out.append('\n');
    }
    return this;
  }

  /** Text inside the element last opened. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** A whole element with text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** A value of a record: set apart, so that its direction of writing stays its own. */
  Html value(String text) {
    return element("bdi", text);
  }

  /** Our own style sheet, the only text that is not escaped. */
  Html style(String css) {
    out.append("<style>\n").append(css).append("</style>\n");
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isPrintable(text, i) ? c : '\uFFFD');
      }
    }
  }

  /* Controls and halves of surrogate pairs may not stand in a page. */
  private static boolean isPrintable(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == '\n' || c == '\t' || (!Character.isISOControl(c) && c < '\uFFFE');
  }

  /** The page; every element must have been closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return "<!doctype html>\n" + out;
  }
}
