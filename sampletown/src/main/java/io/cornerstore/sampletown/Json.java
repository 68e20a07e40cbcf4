package io.cornerstore.sampletown;

/** Writes one line of JSON (RFC 8259), members in the order given. */
final class Json {

  private final StringBuilder text = new StringBuilder(256);
  private boolean first = true;

  Json open(char bracket) {
    comma();
    text.append(bracket);
    first = true;
    return this;
  }

  Json close(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  Json name(String name) {
    comma();
    string(name);
    text.append(':');
    first = true;
    return this;
  }

  /** A text member; an empty text becomes {@code null}. */
  Json put(String name, String value) {
    name(name);
    if (value.isEmpty()) {
      text.append("null");
    } else {
      string(value);
    }
    first = false;
    return this;
  }

  Json put(String name, long value) {
    name(name);
    text.append(value);
    first = false;
    return this;
  }

  private void comma() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < 0x20) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
