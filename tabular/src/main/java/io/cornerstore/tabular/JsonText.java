package io.cornerstore.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON text (RFC 8259). */
final class JsonText {
  private JsonText() {}

  /** An object of text values; null ones are left out. */
  static String object(List<String> names, @Nullable String[] values) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        out.append(out.length() > 1 ? "," : "");
        quote(names.get(i), out);
        quote(value, out.append(':'));
      }
    }
    return out.append('}').toString();
  }

  /** Appends a string with its quotes, escaping what must be. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
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
