package io.cornerstore.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CanariesTest {

  @TempDir Path folder;

  private final Canaries canaries = Canaries.seeded(7);

  @Test
  void scan_plainValue_namesFieldFileAndOffset() throws IOException {
    String name = canaries.word("given-name");
    canaries.word("street");
    Path file = Files.writeString(folder.resolve("a"), "x".repeat(100) + name + "y");
    assertThat(canaries.scan(folder))
        .containsExactly(new Canaries.Finding("given-name", "UTF-8", file, 100));
  }

  @Test
  void scan_otherForms_areFound() throws IOException {
    String name = canaries.word("given-name");
    byte[] utf8 = name.getBytes(UTF_8);
    List<byte[]> forms =
        List.of(
            name.toUpperCase(Locale.ROOT).getBytes(UTF_8),
            name.getBytes(UTF_16LE),
            HexFormat.of().formatHex(utf8).getBytes(UTF_8),
            Base64.getEncoder().encode(utf8),
            Base64.getEncoder().encode(("{\"n\":\"" + name + "\"}").getBytes(UTF_8)),
            Base64.getEncoder().encode(("{\"na\":\"" + name + "\"}").getBytes(UTF_8)),
            Base64.getEncoder().encode(("{\"nam\":\"" + name + "\"}").getBytes(UTF_8)));
    for (byte[] form : forms) {
      Path file = Files.write(folder.resolve("form"), form);
      assertThat(canaries.scan(file)).as(new String(form, ISO_8859_1)).hasSize(1);
    }
  }

  @Test
  void scan_accents_areFoundInLatin1() throws IOException {
    canaries.plant("family-name", "Łuczéüçkâlöñy-Zgrîb");
    Path file = Files.write(folder.resolve("a"), "Łuczéüçkâlöñy-Zgrîb".getBytes(ISO_8859_1));
    assertThat(canaries.scan(file)).extracting(Canaries.Finding::form).containsOnly("Latin-1");
  }

  @Test
  void scan_acrossReadBuffers_isFound() throws IOException {
    String name = canaries.word("given-name");
    for (int before = (1 << 16) - name.length(); before <= 1 << 16; before++) {
      Path file = Files.writeString(folder.resolve("a"), " ".repeat(before) + name);
      assertThat(canaries.scan(file)).hasSize(1);
    }
  }

  @Test
  void scan_valueInCompressedColumn_isFound() throws SQLException, IOException {
    String name = canaries.word("note");
    try (DatabasePair pair = Databases.fresh();
        Connection connection = pair.main().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (text text COMPRESSION pglz)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO note VALUES (?)")) {
        insert.setString(1, "lorem ipsum ".repeat(300) + name + " dolor sit".repeat(300));
        insert.execute();
      }
      statement.execute("CHECKPOINT");
      Path table;
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('note'),"
                  + " pg_column_compression(text) FROM note")) {
        rows.next();
        table = Path.of(rows.getString(1));
        assertThat(rows.getString(2)).isEqualTo("pglz");
      }
      assertThat(canaries.scan(table)).isNotEmpty();
    }
  }

  @Test
  void scan_withoutValues_findsNothing() throws IOException {
    canaries.word("given-name");
    canaries.email("email");
    canaries.digits("tel", 16);
    Files.writeString(folder.resolve("a"), "nothing of interest, example.org ".repeat(10_000));
    assertThat(canaries.scan(folder)).isEmpty();
    canaries.assertSilent(folder);
  }

  @Test
  void assertSilent_finding_doesNotRepeatTheValue() throws IOException {
    String name = canaries.word("given-name");
    Files.writeString(folder.resolve("a"), name);
    assertThatThrownBy(() -> canaries.assertSilent(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("given-name")
        .hasMessageNotContaining(name);
  }

  @Test
  void byteSearch_randomTexts_agreesWithIndexOf() {
    var texts = org.quicktheories.generators.SourceDSL.strings().betweenCodePoints('a', 'c');
    Properties.forAll(
        texts.ofLengthBetween(1, 4),
        texts.ofLengthBetween(1, 4),
        texts.ofLengthBetween(0, 60),
        (one, two, text) -> {
          List<String> patterns = List.of(one, two);
          var found = new java.util.TreeSet<String>();
          ByteSearch search =
              new ByteSearch(patterns.stream().map(p -> p.getBytes(UTF_8)).toList());
          var run = search.over((pattern, offset) -> found.add(pattern + "@" + offset));
          for (byte b : text.getBytes(UTF_8)) {
            run.feed(new byte[] {b}, 1);
          }
          var expected = new java.util.TreeSet<String>();
          for (int p = 0; p < patterns.size(); p++) {
            for (int i = text.indexOf(patterns.get(p)); i >= 0; ) {
              expected.add(p + "@" + i);
              i = text.indexOf(patterns.get(p), i + 1);
            }
          }
          assertThat(found).isEqualTo(expected);
        });
  }
}
