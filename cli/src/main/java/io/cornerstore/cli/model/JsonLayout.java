package io.cornerstore.cli.model;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON for people: what holds only numbers and short texts stands on one line, wrapped when
 * it is long; everything else has a line of its own. Numbers as Java prints them, so that reading
 * gives back every bit.
 */
final class JsonLayout {
  private static final int WIDTH = 120;
  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  private JsonLayout() {}

  /** A document of maps, lists, texts, numbers and truth values, with a line end. */
  static String write(Object document) {
    JsonLayout layout = new JsonLayout();
    layout.value(document, 0);
    return layout.out.append('\n').toString();
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case Map<?, ?> map -> container(map.entrySet(), '{', '}', depth);
      case List<?> list -> container(list, '[', ']', depth);
      case String text -> quote(text);
      case null -> out.append("null");
      default -> out.append(value);
    }
  }

  private void container(Collection<?> items, char open, char close, int depth) {
    boolean inOneLine = items.stream().allMatch(JsonLayout::isScalar);
    out.append(open);
    for (Iterator<?> next = items.iterator(); next.hasNext(); ) {
      Object item = next.next();
      if (!inOneLine || out.length() - lineStart > WIDTH - 25) {
        newLine(depth + 1);
      }
      if (item instanceof Map.Entry<?, ?> entry) {
        quote(String.valueOf(entry.getKey()));
        out.append(": ");
        value(entry.getValue(), depth + 1);
      } else {
        value(item, depth + 1);
      }
      out.append(next.hasNext() ? inOneLine ? ", " : "," : "");
    }
    if (!inOneLine) {
      newLine(depth);
    }
    out.append(close);
  }

  private static boolean isScalar(@Nullable Object item) {
    return Stream.of(item instanceof Map.Entry<?, ?> entry ? entry.getValue() : item)
        .noneMatch(value -> value instanceof Map || value instanceof List || isLong(value));
  }

  private static boolean isLong(@Nullable Object value) {
    return value instanceof String text && text.length() > WIDTH / 2;
  }

  private void newLine(int depth) {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    out.append('\n');
    lineStart = out.length();
    out.repeat("  ", depth);
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
