package io.cornerstore.cli.settings;

import java.util.List;

/**
 * One key of the configuration file.
 *
 * @param key dotted, as in {@code server.port}
 * @param form what its value may look like
 * @param usual the value when none is given; empty for none
 * @param comment what it does, in one or two sentences
 * @param properties names under which the application reads it; none for what the launcher reads
 */
record Setting(String key, Form form, String usual, String comment, List<String> properties) {

  Setting {
    properties = List.copyOf(properties);
  }

  static Setting of(String key, Form form, String usual, String comment, String... properties) {
    return new Setting(key, form, usual, comment, List.of(properties));
  }

  String section() {
    return key.substring(0, key.indexOf('.'));
  }

  String name() {
    return key.substring(key.indexOf('.') + 1);
  }
}
