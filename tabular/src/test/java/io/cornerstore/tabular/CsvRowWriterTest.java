package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

@NullMarked
class CsvRowWriterTest {
  private static final CsvRowWriter.Options PLAIN = CsvRowWriter.Options.DEFAULT;

  private static byte[] write(
      List<String> columns,
      List<? extends List<? extends @Nullable String>> rows,
      CsvRowWriter.Options options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvRowWriter writer = new CsvRowWriter(out, columns, options)) {
      rows.forEach(writer::write);
    }
    return out.toByteArray();
  }

  private static String text(List<? extends @Nullable String> row, CsvRowWriter.Options options) {
    return new String(write(List.of("a", "b"), List.of(row), options), UTF_8);
  }

  @Test
  void fields_areQuotedWhereNeeded() {
    assertThat(text(List.of("x", "a,\"b\"\n"), PLAIN)).isEqualTo("a,b\r\nx,\"a,\"\"b\"\"\n\"\r\n");
    assertThat(text(Arrays.asList(null, ""), PLAIN)).isEqualTo("a,b\r\n,\r\n");
    assertThat(text(List.of(",", ";"), new CsvRowWriter.Options(';', false, false)))
        .isEqualTo(",;\";\"\r\n");
  }

  @Test
  void formulas_areNeutralWhenAsked() {
    CsvRowWriter.Options neutral = new CsvRowWriter.Options(',', false, true);
    assertThat(text(List.of("=1+1", "@x"), neutral)).isEqualTo("'=1+1,'@x\r\n");
    assertThat(text(List.of("=1+1", "-5"), PLAIN)).endsWith("=1+1,-5\r\n");
  }

  @Test
  void row_ofAnotherLength_isRefused() {
    assertThatThrownBy(() -> text(List.of("x"), PLAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 values for 2 columns");
  }

  @Test
  void readAfterWrite_isIdentity() {
    qt().forAll(
            lists().of(lists().of(fields()).ofSize(3)).ofSizeBetween(0, 20),
            integers().between(0, 3))
        .checkAssert((rows, delimiter) -> {
          char separator = ",;\t|".charAt(delimiter);
          byte[] csv =
              write(List.of("a", "b", "c"), rows, new CsvRowWriter.Options(separator, true, false));
          assertThat(read(csv, separator)).isEqualTo(rows);
        });
  }

  @Test
  void readAfterWrite_ofOneColumn_isIdentity() {
    qt().forAll(lists().of(fields()).ofSizeBetween(0, 20))
        .checkAssert(values -> {
          List<List<String>> rows = values.stream().map(List::of).toList();
          assertThat(read(write(List.of("a"), rows, PLAIN), ',')).isEqualTo(rows);
        });
  }

  private static Gen<String> fields() {
    return strings()
        .betweenCodePoints(0x20, 0x7e)
        .ofLengthBetween(0, 6)
        .mix(strings().betweenCodePoints(0x9, 0xd).ofLengthBetween(0, 3))
        .mix(integers().between(0, 5).map(n -> "\"\",\n\r\n,;\t|é€😀".substring(0, 2 * n)));
  }

  private static List<List<String>> read(byte[] csv, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    TabularOptions options = Reading.DETECT.withDelimiter(delimiter).withCharset(UTF_8);
    for (RowResult result : Reading.all(Reading.open("x.csv", csv, options))) {
      Row row = (Row) result;
      rows.add(row.columns().stream().map(column -> String.valueOf(row.value(column))).toList());
    }
    return rows;
  }

  /** An independent reader agrees on every well-formed text, and on which line a row starts. */
  @Test
  void fastCsv_readsTheSame() {
    Random random = new Random(42);
    String[] pieces = {
      "a", "bc", ",", ",", "\n", "\r\n", "\r", "\"x\"", "\"\"", "\"p,q\nr\"", "\"a\"\"b\"", "é", " "
    };
    int compared = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("h1,h2\n");
      for (int n = random.nextInt(20); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      List<String> ours = new ArrayList<>();
      for (RowResult result : Reading.csv(text.toString(), Reading.DETECT.withDelimiter(','))) {
        ours.add(result instanceof Row row ? row.line() + ": " + Reading.values(row) : "bad");
      }
      if (!ours.contains("bad")) {
        assertThat(ours).as(text.toString()).isEqualTo(theirs(text.toString()));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  private static List<String> theirs(String text) {
    return CsvReader.builder().ofCsvRecord(text).stream()
        .skip(1)
        .map(row -> row.getStartingLineNumber() + ": " + row.getFields())
        .toList();
  }
}
