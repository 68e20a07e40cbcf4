package io.cornerstore.cli.backup;

import java.util.Locale;

/** Which of the two databases. The names are stored. */
public enum Kind {
  DATA("db/migration"),
  KEYS("db/keys");

  private final String migrations;

  Kind(String migrations) {
    this.migrations = migrations;
  }

  /** Folder of its migrations on the class path. */
  String migrations() {
    return migrations;
  }

  /** As in folder names and messages. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
