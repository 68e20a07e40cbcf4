package io.cornerstore.sampletown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A plain reader of small CSV files, independent of the writer. */
final class Rows {

  private Rows() {}

  static String text(Path file, Charset charset) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return new String(plain.readAllBytes(), charset);
    }
  }

  /** All rows, the header first. */
  static List<List<String>> of(Path file, Charset charset, char delimiter) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    String text = text(file, charset);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == delimiter || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }

  /** Rows with as many cells as the header, by column name. */
  static List<Map<String, String>> whole(Path file, Charset charset, char delimiter)
      throws IOException {
    List<List<String>> rows = of(file, charset, delimiter);
    List<String> header = rows.getFirst();
    List<Map<String, String>> whole = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() == header.size()) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
          cells.put(header.get(i), row.get(i));
        }
        whole.add(cells);
      }
    }
    return whole;
  }
}
