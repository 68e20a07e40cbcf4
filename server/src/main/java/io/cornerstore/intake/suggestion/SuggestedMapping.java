package io.cornerstore.intake.suggestion;

import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.suggestion.ColumnSample.DateForm;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularException;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a mapping from guesses. */
public final class SuggestedMapping {

  private static final int SAMPLE = 500;
  private static final int COMMENT_COLUMN = 52;

  private record Chosen(ColumnSample column, Guess guess) {}

  private final StringBuilder out = new StringBuilder();
  private final Map<String, List<Chosen>> sections = new LinkedHashMap<>();
  private final List<String> rest = new ArrayList<>();

  private SuggestedMapping() {}

  /** The mapping's text. */
  public static String of(Path file) {
    return new SuggestedMapping().write(file, sample(file));
  }

  private static List<ColumnSample> sample(Path file) {
    Map<String, ColumnSample> columns = new LinkedHashMap<>();
    try (RowReader reader = TabularSource.of(file).open(TabularOptions.detect())) {
      RowResult next = reader.next();
      for (int n = 0; n < SAMPLE && next != null; n++, next = reader.next()) {
        if (next instanceof Row row) {
          for (String name : row.columns()) {
            columns.computeIfAbsent(name, ColumnSample::new).add(row.value(name));
          }
        }
      }
      reader.columns().forEach(name -> columns.computeIfAbsent(name, ColumnSample::new));
    } catch (TabularException e) {
      throw new IntakeException(String.valueOf(e.getMessage()), e);
    }
    return List.copyOf(columns.values());
  }

  private String write(Path file, List<ColumnSample> columns) {
    for (ColumnSample column : columns) {
      Guess guess = Guess.of(column);
      if (guess == null || !choose(column, guess)) {
        rest.add(column.name());
      }
    }
    boolean interaction = has("interaction", "time");
    if (!interaction && !sections.containsKey("person")) {
      throw new IntakeException(
          "no column of %s looks like a person or like the time of something that happened. Maybe write the mapping by hand?"
              .formatted(file));
    }
    leaveOutUnused(interaction);
    String name = String.valueOf(file.getFileName());
    String code =
        name.replaceAll("\\..*", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    line(
        "# A proposal from the names and the first values of the columns. Read it before you use it.");
    line(
        "source: " + (code.isEmpty() ? "feed" : code),
        "the system the file is from: your word for it");
    line("channel: " + channel(interaction), "one of the eight channels");
    line("files: [" + quoted(name) + "]", "files this applies to");
    if (interaction) {
      line("zone: UTC", "of times without an offset: please check");
    }
    boolean money = has("line", "unit-price") || has("interaction", "amount");
    if (money && !has("interaction", "currency")) {
      line("currency: EUR", "of the amounts: please check");
    }
    if ((has("person", "tel") || has("person", "postal-code")) && !has("person", "country")) {
      line("# country: GB", "of phones and addresses: put yours in place of GB");
    }
    if (!interaction && has("subject", "key")) {
      line("rows: upserts", "a row describes a subject and may come again");
      one("version", "version", "version");
    }
    if (interaction) {
      one("message-id", "message-id", "message-id");
    }
    subject(interaction);
    person();
    if (interaction) {
      interaction();
    }
    if (!rest.isEmpty()) {
      line("# Not kept unless named here:");
      line(
          "# extra: ["
              + String.join(", ", rest.stream().map(SuggestedMapping::quoted).toList())
              + "]");
    }
    return out.toString();
  }

  /** Columns whose guess has no place in this mapping are named with those that mean nothing. */
  private void leaveOutUnused(boolean interaction) {
    List<String> unused =
        interaction
            ? List.of("version")
            : has("subject", "key")
                ? List.of("interaction", "line", "message-id")
                : List.of("interaction", "line", "message-id", "version");
    for (String section : unused) {
      List<Chosen> chosen = sections.remove(section);
      if (chosen != null) {
        chosen.forEach(each -> rest.add(each.column.name()));
      }
    }
  }

  /** A key takes one column, except those of a person that may have several. */
  private boolean choose(ColumnSample column, Guess guess) {
    boolean several = guess.key().equals("email") || guess.key().equals("tel");
    List<Chosen> section = sections.computeIfAbsent(guess.section(), _ -> new ArrayList<>());
    boolean taken = section.stream().anyMatch(each -> each.guess.key().equals(guess.key()));
    if (column.isEmpty() || (taken && !several)) {
      return false;
    }
    return section.add(new Chosen(column, guess));
  }

  private String channel(boolean interaction) {
    if (!interaction) {
      return "other";
    }
    if (has("interaction", "tracking")) {
      return "delivery-note";
    }
    if (has("interaction", "points")) {
      return "loyalty-activity";
    }
    if (has("interaction", "store")) {
      return "store-purchase";
    }
    if (has("line", "sku") || has("interaction", "order")) {
      return "web-order";
    }
    return has("interaction", "note") ? "service-call" : "other";
  }

  private void subject(boolean interaction) {
    List<Chosen> key = chosen("subject", "key");
    if (key.isEmpty()) {
      line("# subject: {key: …}", "no column looks like the source's own id of a customer");
      return;
    }
    line("subject:");
    line("  key: " + quoted(key.getFirst().column.name()), key.getFirst().guess.why());
    List<Chosen> order = chosen("interaction", "order");
    if (interaction && !order.isEmpty()) {
      line(
          "  group: " + quoted(order.getFirst().column.name()),
          "rows without a key: one anonymous subject an order");
    }
  }

  private void person() {
    List<Chosen> fields = sections.getOrDefault("person", List.of());
    if (fields.isEmpty()) {
      return;
    }
    line("person:");
    Map<String, List<Chosen>> byKey = new LinkedHashMap<>();
    fields.forEach(
        each -> byKey.computeIfAbsent(each.guess.key(), _ -> new ArrayList<>()).add(each));
    byKey.forEach((key, chosen) -> {
      String why = chosen.getFirst().guess.why() + doubt(chosen.getFirst().guess.dates());
      line("  " + key + ": " + value(chosen), why);
    });
  }

  private void interaction() {
    line("interaction:");
    line(
        "  type: " + (has("interaction", "order") || has("line", "sku") ? "purchase" : "other"),
        "please check: purchase, return, call, form …");
    for (Chosen each : sections.getOrDefault("interaction", List.of())) {
      line(
          "  " + each.guess.key() + ": " + value(List.of(each)),
          each.guess.why() + doubt(each.guess.dates()));
    }
    List<Chosen> line = sections.getOrDefault("line", List.of());
    if (!line.isEmpty()) {
      line("  line:", "a row is one order line");
      line.forEach(each ->
          line("    " + each.guess.key() + ": " + quoted(each.column.name()), each.guess.why()));
    }
  }

  private void one(String section, String key, String as) {
    chosen(section, key).stream()
        .findFirst()
        .ifPresent(each -> line(as + ": " + value(List.of(each)), each.guess.why()));
  }

  private List<Chosen> chosen(String section, String key) {
    return sections.getOrDefault(section, List.of()).stream()
        .filter(each -> each.guess.key().equals(key))
        .toList();
  }

  private boolean has(String section, String key) {
    return !chosen(section, key).isEmpty();
  }

  private static String value(List<Chosen> chosen) {
    Chosen first = chosen.getFirst();
    DateForm dates = first.guess.dates();
    if (dates != null && !dates.formats().isEmpty()) {
      return "{column: %s, formats: [\"%s\"]}"
          .formatted(quoted(first.column.name()), String.join("\", \"", dates.formats()));
    }
    List<String> names = chosen.stream().map(each -> quoted(each.column.name())).toList();
    return names.size() == 1 ? names.getFirst() : "[" + String.join(", ", names) + "]";
  }

  private static String doubt(@Nullable DateForm dates) {
    return dates != null && dates.ambiguous()
        ? "; day and month may stand the other way round: please check"
        : "";
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_.-]*")
            && !name.matches("(?i)yes|no|on|off|true|false|null|y|n")
        ? name
        : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void line(String text, String why) {
    int gap = Math.max(1, COMMENT_COLUMN - text.length());
    out.append(text).append(" ".repeat(gap)).append("# ").append(why).append('\n');
  }
}
