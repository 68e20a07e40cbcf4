package io.cornerstore.tabular;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Something rows can be read from: a file, or a stream such as standard input. */
public sealed interface TabularSource permits FileSource, StreamSource {

  /**
   * The file itself, or the files of a folder and the folders below it, ordered by path. Left out
   * are hidden files and folders (those whose name begins with a dot), empty files in a folder, and
   * what data tools leave beside their output ({@code _SUCCESS}, {@code _metadata}, {@code
   * _temporary}, …).
   *
   * @throws TabularException if there is no such file or folder, or it cannot be listed
   */
  static List<TabularSource> discover(Path path) {
    return FileSource.discover(path);
  }

  /** One file; it is looked at when opened. */
  static TabularSource of(Path file) {
    return new FileSource(file);
  }

  /**
   * A stream under a name for messages. It can be opened once and is closed with its reader.
   * Parquet cannot be read from it.
   */
  static TabularSource of(String name, InputStream stream) {
    return new StreamSource(name, stream);
  }

  /** The path as given, or the name of the stream. */
  String name();

  /** Size as stored (compressed, if it is) in bytes, if known. */
  OptionalLong size();

  /**
   * Starts reading: finds out what the options leave open and reads the header.
   *
   * @throws TabularException if it cannot be read or is of a kind that cannot
   */
  RowReader open(TabularOptions options);
}
