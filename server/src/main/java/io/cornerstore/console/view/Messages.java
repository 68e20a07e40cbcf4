package io.cornerstore.console.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * All words of one language, read once from {@code messages_LANGUAGE.properties} in UTF-8. The
 * patterns are those of {@link MessageFormat}; forms of number are its choices. Thread-safe.
 */
final class Messages {

  private final Locale locale;
  private final Map<String, String> patterns;

  private Messages(Locale locale, Map<String, String> patterns) {
    this.locale = locale;
    this.patterns = patterns;
  }

  static Messages read(Language language) {
    String file = "/io/cornerstore/console/messages_" + language.code() + ".properties";
    try (InputStream stream = Messages.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new MissingResourceException("no file " + file, file, "");
      }
      Properties read = new Properties();
      read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new Messages(
          language.locale(),
          read.stringPropertyNames().stream()
              .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message, or nothing when the language has none under this key. */
  Optional<String> find(String key, Object... values) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      return Optional.empty();
    }
    return Optional.of(
        values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values));
  }
}
