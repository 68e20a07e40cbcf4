package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.UserMistake;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** From handles back to files and identifiers, which stand in one array of bytes. */
final class Origins implements LinkOutput.Records {
  private final List<String> sources;
  private byte[] text = new byte[1 << 16];
  private int[] ends = new int[1 << 12];
  private byte[] files = new byte[1 << 12];
  private int size;

  Origins(List<String> sources) {
    if (sources.size() > Byte.MAX_VALUE) {
      throw new UserMistake(
          "%d files are more than %d. Maybe put those of one kind together?"
              .formatted(sources.size(), Byte.MAX_VALUE));
    }
    this.sources = List.copyOf(sources);
  }

  /** Handles come one after the other, from 0 on. */
  void add(int handle, int file, String id) {
    if (handle != size) {
      throw new IllegalStateException("handle " + handle + " after " + size);
    }
    if (size == files.length) {
      files = Arrays.copyOf(files, size + (size >> 1));
      ends = Arrays.copyOf(ends, files.length);
    }
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    int from = from(size);
    if (from + bytes.length > text.length) {
      text = Arrays.copyOf(text, Math.max(from + bytes.length, text.length + (text.length >> 1)));
    }
    System.arraycopy(bytes, 0, text, from, bytes.length);
    ends[size] = from + bytes.length;
    files[size++] = (byte) file;
  }

  private int from(int handle) {
    return handle == 0 ? 0 : ends[handle - 1];
  }

  int size() {
    return size;
  }

  /** Number of files. */
  int files() {
    return sources.size();
  }

  /** The number of the file of a name, -1 when there is none or several. */
  int fileNamed(String name) {
    int at = sources.indexOf(name);
    return at == sources.lastIndexOf(name) ? at : -1;
  }

  /** The names of the files, for people. */
  String names() {
    return String.join(", ", sources);
  }

  /** The number of the file of a record. */
  int file(int handle) {
    return files[handle];
  }

  @Override
  public String source(int handle) {
    return sources.get(files[handle]);
  }

  @Override
  public String id(int handle) {
    int from = from(handle);
    return new String(text, from, ends[handle] - from, StandardCharsets.UTF_8);
  }
}
