package io.cornerstore.cli.settings;

import java.util.ArrayList;
import java.util.List;

/** The example file and the reference page, both made from the catalogue. */
public final class SettingsPages {

  private static final int WIDTH = 100;

  private SettingsPages() {}

  /** A file with every key, its comment and its usual value, all commented out. */
  public static String example() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ## Configuration of Cornerstore, with every key there is. What stands behind a single # shows
        ## the usual value, or an empty one where there is none. Put the file into the data folder as
        ## cornerstore.yaml, or name it with --config. Every mistake in it is named at the start.
        ## Generated from the program: see docs/reference/configuration.md.
        """);
    Catalogue.about()
        .forEach((section, words) -> {
          text.append('\n');
          comment(text, "", words);
          text.append('#').append(section).append(":\n");
          Catalogue.all().stream()
              .filter(setting -> setting.section().equals(section))
              .forEach(setting -> {
                comment(text, "  ", setting.comment() + " (" + setting.form().described() + ")");
                text.append("#  ")
                    .append(setting.name())
                    .append(':')
                    .append(setting.usual().isEmpty() ? "" : " " + setting.usual())
                    .append('\n');
              });
        });
    return text.toString();
  }

  /** The reference page, in Markdown. */
  public static String reference() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Configuration

        Generated from the program; do not edit. One file, `cornerstore.yaml` in the data folder, or the file that `--config FILE` names; every command reads
        the same one. A file with every key and its comment: [cornerstore.example.yaml](cornerstore.example.yaml).

        - Options of the command line count before the environment, that before the file.
        - The start checks all of it before anything runs, and names every mistake with its line: unknown keys with the nearest known one, wrong types, values out of
          range, keys that contradict each other, secrets that are missing.
        - Secrets do not stand in the file. A key that ends in `-file` names a file whose first line is the secret; only its owner may read it.
        """);
    Catalogue.about()
        .forEach((section, words) -> {
          text.append("\n## ").append(section).append("\n\n").append(words).append("\n\n");
          text.append("| key | value | default | |\n|---|---|---|---|\n");
          Catalogue.all().stream()
              .filter(setting -> setting.section().equals(section))
              .forEach(setting ->
                  text.append(
                      "| `%s` | %s | %s | %s |%n"
                          .formatted(
                              setting.key(),
                              setting.form().described().replace("|", "\\|"),
                              setting.usual().isEmpty() ? "–" : "`" + setting.usual() + "`",
                              setting.comment())));
        });
    text.append(
        """

        ## In the environment

        | variable | |
        |---|---|
        | `CORNERSTORE_DATA` | the data folder, where `--data` does not name one |
        | `CORNERSTORE_CONFIG` | the configuration file, where `--config` does not name one |
        | `CORNERSTORE_HEAP_MB` | heap of the program in MB |
        | `CORNERSTORE_JAVA_OPTIONS` | further options of the JVM |
        | `CORNERSTORE_DATABASE_PASSWORD`, `CORNERSTORE_KEYS_PASSWORD` | passwords, where no `password-file` is named |
        | `CORNERSTORE_VAULT_PASSPHRASE` | the passphrase of the root key, where no `passphrase-file` is named |
        | `CORNERSTORE_SIGN_IN_CLIENT_SECRET` | the secret of `sign-in.client-id`, where no `client-secret-file` is named |
        """);
    return text.toString();
  }

  private static void comment(StringBuilder text, String indent, String words) {
    for (String line : wrapped(words, WIDTH - indent.length() - 2)) {
      text.append("## ").append(indent).append(line).append('\n');
    }
  }

  private static List<String> wrapped(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
