package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about what came in and what goes out, beside databases that run. */
class DataCommandsTest {

  private static final String MAPPING =
      """
      source: %s
      channel: web-form
      files: ["*.csv"]
      country: GB
      rows: upserts
      version: {column: changed, formats: ["yyyy-MM-dd"]}
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;

  @TempDir private static Path folder;
  private static Path data;
  private static Installation installation;

  @BeforeAll
  static void start() throws IOException {
    data = folder.resolve("data");
    installation = Installation.own(data);
    CommandRun made = bring("crm", "1,Ada,Quillfeather,ada@example.org,2026-01-01\n");
    assertThat(made.out()).contains("1 new");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  private static CommandRun run(String... words) {
    CommandRun run = CommandRun.of(data, words);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static CommandRun bring(String source, String rows) throws IOException {
    Path feed = Files.createDirectories(folder.resolve(source));
    Files.writeString(feed.resolve(source + ".mapping.yaml"), MAPPING.formatted(source));
    Files.writeString(feed.resolve(source + ".csv"), "id,first,last,mail,changed\n" + rows);
    return run("import", feed.toString());
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in\n" + text).isTrue();
    return matcher.group(1);
  }

  private static String export(String what, String... words) throws IOException {
    Path file = folder.resolve(what + ".csv");
    String[] all = new String[words.length + 6];
    System.arraycopy(
        new String[] {"export", what, "--out", file.toString(), "--purpose", "privacy"},
        0,
        all,
        0,
        6);
    System.arraycopy(words, 0, all, 6, words.length);
    run(all);
    return Files.readString(file);
  }

  @Test
  void export_ofEachKind_writesTheCustomersThereAre() throws Exception {
    String golden = export("golden");
    assertThat(golden).contains("customer", "Quillfeather");
    assertThat(export("xref")).contains("crm");

    CommandRun first =
        run("export", "changes", "--out", folder + "/a.jsonl", "--purpose", "privacy");
    String cursor = found(first.out(), "cursor (\\S+)");
    assertThat(Files.readString(folder.resolve("a.jsonl"))).doesNotContain("Quillfeather");
    CommandRun second =
        run(
            "export",
            "changes",
            "--since",
            cursor,
            "--out",
            folder + "/b.jsonl",
            "--purpose",
            "privacy");
    assertThat(second.out()).startsWith("0 rows");

    CommandRun refused =
        CommandRun.of(data, "export", "xref", "--out", folder + "/a.xls", "--purpose", "privacy");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains(".csv, .jsonl or .parquet");
  }

  @Test
  void importListAndUndo_takeAWholeFileBack() throws Exception {
    bring("wrong", "1,Cleo,Larkspur,cleo@example.org,2026-01-01\n");
    String list = run("import", "list").out();
    assertThat(list).contains("wrong.csv", "(done)");
    String number = found(list, "(?m)^ *(\\d+) .*wrong\\.csv");

    assertThat(run("import", "undo", number).out())
        .contains("1 records would be taken back", "Nothing was changed. With --yes it is done.");
    assertThat(run("import", "undo", number, "--yes", "--because", "wrong file").out())
        .contains("Import " + number + " is undone: 1 records of 1 subjects taken back.");

    assertThat(run("import", "list").out()).containsPattern("wrong\\.csv +\\(undone ");
    assertThat(export("golden")).doesNotContain("Larkspur");
  }

  @Test
  void quarantine_rowCorrected_isTakenAndListedAsSettled() throws Exception {
    bring("late", "1,Dora,Hazelwood,dora@example.org,yesterday\n");
    String list = run("quarantine", "list").out();
    String row = found(list, "(?m)^ *(\\d+)  \\S*late\\.csv");
    assertThat(run("quarantine", "show", row).out()).contains("! changed: yesterday");

    assertThat(run("quarantine", "replay", row, "--set", "changed=2026-03-01", "--dry-run").out())
        .contains("Dry run: nothing was changed.");
    assertThat(run("quarantine", "replay", row, "--set", "changed=2026-03-01").out())
        .contains("1 taken");

    assertThat(run("quarantine", "list", "--settled").out()).contains("late.csv", " as entry ");
    assertThat(export("golden")).contains("Hazelwood");

    bring("late", "2,Emil,Nettleford,emil@example.org,tomorrow\n");
    String other = found(run("quarantine", "list").out(), "(?m)^ *(\\d+)  \\S*late\\.csv");
    assertThat(run("quarantine", "discard", other, "--because", "says nothing").out())
        .contains("1 rows discarded");
    assertThat(run("quarantine", "list").out()).doesNotContain("late.csv");
  }

  @Test
  void remap_ofAFeed_countsFirstAndThenReadsAgain() throws Exception {
    bring("swapped", "1,Fernwood,Fay,fay@example.org,2026-01-01\n");
    String feed = found(run("import", "list").out(), "feed (\\d+) .*swapped\\.csv");
    Path mapping = folder.resolve("swapped.yaml");
    Files.writeString(
        mapping,
        MAPPING
            .formatted("swapped")
            .replace(
                "given-name: first, family-name: last", "given-name: last, family-name: first"));

    assertThat(run("remap", feed, "--mapping", mapping.toString()).out())
        .contains("1 would say something else", "Nothing was changed.");
    assertThat(run("remap", feed, "--mapping", mapping.toString(), "--yes").out())
        .contains("1 say something else");

    assertThat(export("golden")).contains("Fay,");
  }

  @Test
  void webhook_fromAddToRemove_printsSecretsOnceOnly() {
    CommandRun added =
        run("webhook", "add", "https://hooks.example.org/x", "--type", "customer.merged");
    String id = found(added.out(), "Endpoint (\\S+)");
    String secret = found(added.out(), "(whsec_\\S+)");

    assertThat(run("webhook", "list").out())
        .contains(id, "https://hooks.example.org/x", "enabled")
        .doesNotContain("whsec_");
    run("webhook", "test", id);
    String messages = run("webhook", "messages", id, "--state", "waiting").out();
    assertThat(messages).contains("webhook.test");
    String number = found(messages, "^ *(\\d+)");
    assertThat(run("webhook", "replay", id, "--message", number).out())
        .contains("1 messages are sent again");
    assertThat(run("webhook", "rotate", id).out()).contains("whsec_").doesNotContain(secret);
    run("webhook", "remove", id);
    assertThat(run("webhook", "list").out()).doesNotContain(id);
    CommandRun refused = CommandRun.of(data, "webhook", "add", "http://hooks.example.org/");
    assertThat(refused.code()).isEqualTo(1);
  }

  @Test
  void key_addedAndDisabled_isListedWithoutItsSecret() {
    String secret =
        found(run("key", "add", "tills", "--scope", "service,analysis").out(), "(cs_\\S+)");
    run("key", "add", "shop", "--source", "webshop", "--scope", "write");

    List<String> lines = run("key", "list").out().lines().toList();

    assertThat(lines)
        .anyMatch(
            line -> line.startsWith("shop ") && line.contains("write") && line.contains("webshop"))
        .anyMatch(line -> line.startsWith("tills ") && line.contains("analysis,service"))
        .allMatch(line -> line.contains("never used"))
        .noneMatch(line -> line.contains(secret));
    run("key", "disable", "tills");
    assertThat(run("key", "list").out()).contains("shop ").doesNotContain("tills ");
    assertThat(run("key", "list", "--disabled").out()).containsPattern("tills .*disabled ");
  }
}
