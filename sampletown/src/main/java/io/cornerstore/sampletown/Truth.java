package io.cornerstore.sampletown;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Who a source subject really is: one line of {@code truth/truth.csv}.
 *
 * @param source the source system's code, as in the mappings
 * @param key the source's own key; for an anonymous subject the value its rows are grouped by
 * @param by whether {@code key} is the source's key or a group
 * @param person the person ({@code p17}) or organization ({@code o3})
 * @param evidence what the feeds tell about the subject
 */
public record Truth(String source, String key, By by, String person, Evidence evidence) {

  /** How a subject is named in its feed. */
  public enum By {
    /** By the source system's own key. */
    KEY,
    /** The key is empty; rows of one receipt or order form the subject. */
    GROUP
  }

  /** How much there is to go by. */
  public enum Evidence {
    /** A name, mostly with more. */
    NAME,
    /** A telephone number or e-mail address without a name. */
    CONTACT,
    /** Nothing: a cash sale, a card nobody registered. */
    NONE
  }

  static final String HEADER = "source,key,by,person,evidence";

  /** The line for {@code truth.csv}, without line end; no field of it ever needs quotes. */
  public String toCsv() {
    return source + ',' + key + ',' + by + ',' + person + ',' + evidence;
  }

  /** Reads one line of {@code truth.csv}. */
  public static Truth fromCsv(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException("a line of truth.csv has 5 cells, not " + cells.length);
    }
    return new Truth(
        cells[0], cells[1], By.valueOf(cells[2]), cells[3], Evidence.valueOf(cells[4]));
  }

  /** Reads a whole {@code truth.csv}, line by line. */
  public static void read(Path file, Consumer<Truth> to) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.readLine(); // the header
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        to.accept(fromCsv(line));
      }
    }
  }
}
