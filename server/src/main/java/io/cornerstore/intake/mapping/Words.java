package io.cornerstore.intake.mapping;

import io.cornerstore.intake.normal.Countries;
import io.cornerstore.intake.normal.Currencies;
import io.cornerstore.tabular.TabularFormat;
import io.cornerstore.tabular.TabularOptions;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the single words of a mapping that have few right values. */
final class Words {

  private static final int USUAL_TRUST = 50;
  private static final Map<String, TabularFormat> FORMATS =
      Map.of(
          "csv", TabularFormat.CSV,
          "json-lines", TabularFormat.JSON_LINES,
          "jsonl", TabularFormat.JSON_LINES,
          "parquet", TabularFormat.PARQUET);

  private final Mistakes mistakes;

  Words(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** One of an enum, written in lower case with '-'. */
  <E extends Enum<E>> E choice(MapNode map, String key, E[] choices, E usual) {
    String word = map.takeWord(key);
    if (word == null) {
      return usual;
    }
    List<String> codes = Arrays.stream(choices).map(Words::code).toList();
    int place = codes.indexOf(word);
    if (place < 0) {
      mistakes.add(
          map.markOf(key),
          "unknown %s '%s': one of %s.%s"
              .formatted(key, word, String.join(", ", codes), Mistakes.maybe(word, codes)));
      return usual;
    }
    return choices[place];
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int trust(MapNode map) {
    String word = map.takeWord("trust");
    if (word == null) {
      return USUAL_TRUST;
    }
    if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > 100) {
      mistakes.add(map.markOf("trust"), "'trust' is a number from 0 to 100");
      return USUAL_TRUST;
    }
    return Integer.parseInt(word);
  }

  @Nullable ZoneId zone(MapNode map, String key) {
    String word = map.takeWord(key);
    try {
      return word == null ? null : ZoneId.of(word);
    } catch (DateTimeException e) {
      mistakes.add(
          map.markOf(key),
          "'%s' is no time zone. Maybe a name like 'Europe/London'?%s"
              .formatted(
                  word, Mistakes.maybe(word == null ? "" : word, ZoneId.getAvailableZoneIds())));
      return null;
    }
  }

  @Nullable String currency(MapNode map, String key) {
    String word = map.takeWord(key);
    if (word == null || Currencies.isCode(word)) {
      return word;
    }
    mistakes.add(
        map.markOf(key), "'" + word + "' is no currency: a code of ISO 4217 like EUR, GBP, USD");
    return null;
  }

  @Nullable String country(MapNode map, String key) {
    String word = map.takeWord(key);
    if (word == null || Countries.isCode(word)) {
      return word;
    }
    mistakes.add(
        map.markOf(key),
        "'"
            + word
            + "' is no country: a code of ISO 3166-1 like GB, DE, US"
            + Countries.find(word).map(code -> ". Maybe '" + code + "'?").orElse(""));
    return null;
  }

  TabularOptions format(MapNode owner) {
    TabularOptions options = TabularOptions.detect();
    Node node = owner.take("format");
    MapNode map = node == null ? null : MapNode.of(node, "'format'", mistakes);
    if (map == null) {
      return options;
    }
    String type = map.takeWord("type");
    if (type != null && !FORMATS.containsKey(type)) {
      mistakes.add(map.markOf("type"), "'type' is csv, json-lines or parquet");
    }
    options = options.withFormat(type == null ? null : FORMATS.get(type));
    options = delimiter(map, options);
    options = encoding(map, options);
    String header = map.takeWord("header");
    if (header != null && !header.equals("true") && !header.equals("false")) {
      mistakes.add(map.markOf("header"), "'header' is true or false");
    }
    map.finish();
    return options.withHeader(!"false".equals(header));
  }

  private TabularOptions delimiter(MapNode map, TabularOptions options) {
    String text = map.takeWord("delimiter");
    if (text == null) {
      return options;
    }
    String one = text.equals("tab") || text.equals("\\t") ? "\t" : text;
    try {
      if (one.length() == 1) {
        return options.withDelimiter(one.charAt(0));
      }
    } catch (IllegalArgumentException _) {
      // reported below
    }
    mistakes.add(map.markOf("delimiter"), "'delimiter' is one ASCII character, or tab");
    return options;
  }

  private TabularOptions encoding(MapNode map, TabularOptions options) {
    String name = map.takeWord("encoding");
    try {
      return name == null ? options : options.withCharset(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      mistakes.add(
          map.markOf("encoding"), "'" + name + "' is no encoding. Maybe UTF-8 or ISO-8859-1?");
      return options;
    }
  }
}
