package io.cornerstore.linkage.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Which given names are forms of the same name: William, Bill, Wim.
 *
 * <p>A name may belong to up to four groups (Alex: Alexander, Alexandra). Immutable.
 */
public final class Nicknames {
  private static final Nicknames STANDARD = read();
  private final Map<String, Long> groups;

  private Nicknames(Map<String, Long> groups) {
    this.groups = groups;
  }

  /** The table that comes with the library. */
  public static Nicknames standard() {
    return STANDARD;
  }

  /** The groups of a folded name, sixteen bits each from the low end, 0 where none. */
  public long groupsOf(String name) {
    return groups.getOrDefault(name, 0L);
  }

  /** Whether two sets of groups have one in common. */
  public static boolean meet(long a, long b) {
    for (long x = a; x != 0; x >>>= 16) {
      for (long y = b; y != 0; y >>>= 16) {
        if ((x & 0xffff) == (y & 0xffff)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Nicknames read() {
    Map<String, Long> groups = new HashMap<>();
    try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt")) {
      if (in == null) {
        throw new IllegalStateException("nicknames.txt is missing from the library");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      long group = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          group++;
          for (String name : line.strip().split(" ")) {
            long present = groups.getOrDefault(name, 0L);
            int used = (64 - Long.numberOfLeadingZeros(present) + 15) / 16;
            if (used < 4) {
              groups.put(name, present | group << (16 * used));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Nicknames(Map.copyOf(groups));
  }
}
