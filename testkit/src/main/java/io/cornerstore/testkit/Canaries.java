package io.cornerstore.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Made-up values that occur nowhere else, planted in fields whose content must not reach the disk
 * in clear, and a search for them in whole folders. Used by one thread.
 *
 * <p>A value is recognised as written, in lower and in upper case; as UTF-8, Latin-1, UTF-16 in
 * both byte orders, hexadecimal and Base64. Any eight bytes in a row of a value count: PostgreSQL's
 * compression puts a control byte after every eight literal ones, so a whole value would be missed
 * in a compressed column. Values shorter than {@value #LENGTH} characters may be.
 */
public final class Canaries {

  /** Characters in a planted word: enough that eight aligned ones are always among them. */
  public static final int LENGTH = 16;

  private static final int FRAGMENT = 8;
  private static final int MAX_FINDINGS = 1000;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  private final Random random;
  private final Map<String, String> fieldOf = new LinkedHashMap<>();

  /** A place where a canary sings. */
  public record Finding(String field, String form, Path file, long offset) {}

  private record Label(String field, String form) {}

  /** What to search for, and under the same index what it would mean. */
  private static final class Patterns {
    private final List<byte[]> bytes = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    void add(String field, String form, byte[] pattern) {
      bytes.add(pattern);
      labels.add(new Label(field, form));
    }

    void addFragments(String field, String form, byte[] value) {
      for (int start = 0; start + FRAGMENT <= value.length; start++) {
        add(field, form, Arrays.copyOfRange(value, start, start + FRAGMENT));
      }
    }
  }

  private Canaries(Random random) {
    this.random = random;
  }

  /** The same seed gives the same values in the same order. */
  public static Canaries seeded(long seed) {
    return new Canaries(new Random(seed));
  }

  /** A word of letters, as a name or a street could be. */
  public String word(String field) {
    return plant(field, random(LETTERS, LENGTH));
  }

  /** An address on a reserved domain. */
  public String email(String field) {
    return word(field) + "@example.org";
  }

  /**
   * Digits, as a number of any kind; at least {@value #LENGTH} to be found in compressed columns.
   */
  public String digits(String field, int length) {
    return plant(field, random(DIGITS, length));
  }

  /** A value made elsewhere: at least eight characters that occur nowhere else. */
  public String plant(String field, String value) {
    if (value.length() < FRAGMENT) {
      throw new IllegalArgumentException("a canary needs at least " + FRAGMENT + " characters");
    }
    fieldOf.put(value, field);
    return value;
  }

  /** The values planted so far and their fields. */
  public Map<String, String> planted() {
    return Map.copyOf(fieldOf);
  }

  /**
   * Searches all files below the folders (or the files themselves). Files that vanish meanwhile are
   * passed over.
   *
   * @return at most {@value #MAX_FINDINGS} places, one per value, form and run of matches
   */
  public List<Finding> scan(Path... roots) {
    Patterns patterns = patterns();
    ByteSearch search = new ByteSearch(patterns.bytes);
    List<Finding> findings = new ArrayList<>();
    for (Path file : files(roots)) {
      if (findings.size() < MAX_FINDINGS) {
        scan(file, search, patterns, findings);
      }
    }
    return List.copyOf(findings);
  }

  /** Fails naming field, file and offset, never the value. */
  public void assertSilent(Path... roots) {
    List<Finding> findings = scan(roots);
    if (!findings.isEmpty()) {
      StringBuilder message =
          new StringBuilder("values in clear at " + findings.size() + " places:");
      findings.stream().limit(20).forEach(finding -> message.append("\n  ").append(finding));
      throw new AssertionError(message.toString());
    }
  }

  private static void scan(
      Path file, ByteSearch search, Patterns patterns, List<Finding> findings) {
    Map<Label, Long> lastEnd = new HashMap<>();
    ByteSearch.Run run =
        search.over((number, offset) -> {
          Label label = patterns.labels.get(number);
          Long last = lastEnd.put(label, offset + patterns.bytes.get(number).length);
          // Overlapping fragments are one place; a control byte in between does not split it.
          boolean continues = last != null && offset <= last + 1;
          if (!continues && findings.size() < MAX_FINDINGS) {
            findings.add(new Finding(label.field(), label.form(), file, offset));
          }
        });
    byte[] buffer = new byte[1 << 16];
    try (InputStream stream = Files.newInputStream(file)) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        run.feed(buffer, n);
      }
    } catch (NoSuchFileException _) {
      return; // a live server removes files
    } catch (IOException e) {
      throw new UncheckedIOException("cannot scan " + file, e);
    }
  }

  private static List<Path> files(Path... roots) {
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      try {
        Files.walkFileTree(root, new Collector(files));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + root, e);
      }
    }
    return files;
  }

  private Patterns patterns() {
    Patterns patterns = new Patterns();
    fieldOf.forEach((value, field) ->
        new LinkedHashSet<>(
                List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT)))
            .forEach(spelling -> addForms(patterns, field, spelling)));
    return patterns;
  }

  private static void addForms(Patterns patterns, String field, String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    patterns.addFragments(field, "UTF-8", utf8);
    if (utf8.length != value.length()) {
      patterns.addFragments(field, "Latin-1", value.getBytes(ISO_8859_1));
    }
    patterns.add(field, "UTF-16LE", value.getBytes(UTF_16LE));
    patterns.add(field, "UTF-16BE", value.getBytes(UTF_16BE));
    String hex = HexFormat.of().formatHex(utf8);
    patterns.add(field, "hex", hex.getBytes(ISO_8859_1));
    patterns.add(field, "HEX", hex.toUpperCase(Locale.ROOT).getBytes(ISO_8859_1));
    for (int shift = 0; shift < 3; shift++) {
      patterns.add(field, "Base64", base64(utf8, shift));
    }
  }

  /** The part of the encoding that does not depend on what stands before and after. */
  private static byte[] base64(byte[] value, int shift) {
    byte[] shifted = new byte[shift + value.length];
    System.arraycopy(value, 0, shifted, shift, value.length);
    byte[] encoded = Base64.getEncoder().withoutPadding().encode(shifted);
    int from = shift == 0 ? 0 : shift + 1;
    int to = shifted.length / 3 * 4;
    return Arrays.copyOfRange(encoded, from, to);
  }

  private String random(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Collector(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
