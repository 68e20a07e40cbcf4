package io.cornerstore.sampletown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of one culture, most frequent first, and the syllables its long tail is built of.
 *
 * @param share the culture's part of the town, in percent
 * @param single part of its people who have one name only
 */
record NameList(
    String culture,
    double share,
    double single,
    List<String> female,
    List<String> male,
    List<String> family,
    List<String> start,
    List<String> middle,
    List<String> end) {

  private static final List<String> CULTURES =
      List.of(
          "anglo",
          "hispanic",
          "german",
          "slavic",
          "romance",
          "indonesian",
          "indian",
          "eastasian",
          "arabic",
          "nordic");

  static List<NameList> all() {
    return CULTURES.stream().map(NameList::load).toList();
  }

  /** Short forms by full name. */
  static Map<String, List<String>> nicknames() {
    Map<String, List<String>> all = new HashMap<>();
    for (String line : lines("nicknames")) {
      List<String> words = List.of(line.split(" "));
      all.put(words.getFirst(), words.subList(1, words.size()));
    }
    return all;
  }

  private static NameList load(String culture) {
    Map<String, List<String>> parts =
        lines(culture).stream()
            .map(line -> List.of(line.split(" ")))
            .collect(Collectors.toMap(List::getFirst, words -> words.subList(1, words.size())));
    return new NameList(
        culture,
        Double.parseDouble(part(parts, "share").getFirst()),
        parts.containsKey("single") ? Double.parseDouble(part(parts, "single").getFirst()) : 0,
        part(parts, "female"),
        part(parts, "male"),
        part(parts, "family"),
        part(parts, "start"),
        part(parts, "middle"),
        part(parts, "end"));
  }

  private static List<String> part(Map<String, List<String>> parts, String name) {
    List<String> words = parts.get(name);
    if (words == null || words.isEmpty()) {
      throw new IllegalStateException("a name list has no line " + name);
    }
    return words;
  }

  private static List<String> lines(String file) {
    String path = "names/" + file + ".txt";
    try (InputStream in = NameList.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + path);
      }
      List<String> lines = new ArrayList<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(lines::add);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
