package io.cornerstore.tabular;

import static io.cornerstore.tabular.Reading.DETECT;
import static io.cornerstore.tabular.Reading.all;
import static io.cornerstore.tabular.Reading.brief;
import static io.cornerstore.tabular.Reading.csv;
import static io.cornerstore.tabular.Reading.open;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class CsvRowReaderTest {

  // --- what is well formed ---

  @Test
  void plainRows_areReadWithTheirLines() {
    assertThat(brief(csv("a,b\n1,2\n3,4\n"))).containsExactly("2: [1, 2]", "3: [3, 4]");
  }

  @Test
  void lastRow_withoutLineEnd_isRead() {
    assertThat(brief(csv("a,b\r\n1,2"))).containsExactly("2: [1, 2]");
  }

  @Test
  void lastField_emptyAtTheEnd_isKept() {
    assertThat(brief(csv("a,b\n1,"))).containsExactly("2: [1, ]");
  }

  @ParameterizedTest
  @CsvSource({"'\n'", "'\r'", "'\r\n'"})
  void lineEnds_ofEachKind_areCounted(String end) {
    String text = String.join(end, "a,b", "1,\"x" + end + "y\"", "", "3,4", "5", "6,7");
    assertThat(brief(csv(text)))
        .containsExactly(
            "2: [1, x" + end + "y]", "5: [3, 4]", "6/1: has 1 fields, not 2", "7: [6, 7]");
  }

  @Test
  void quotedField_holdsDelimitersQuotesAndLineEnds() {
    assertThat(brief(csv("a,b\n\"x,\"\"y\"\"\",\"1\r\n2\"\n\"\",\"\"\"\"\nlast,row\n")))
        .containsExactly("2: [x,\"y\", 1\r\n2]", "4: [, \"]", "5: [last, row]");
  }

  @Test
  void quote_insideAnUnquotedField_isACharacter() {
    assertThat(brief(csv("a,b\n12\" ruler,5\"\n"))).containsExactly("2: [12\" ruler, 5\"]");
  }

  @Test
  void spaces_belongToTheField() {
    assertThat(brief(csv("a,b\n x , \"y\"\n"))).containsExactly("2: [ x ,  \"y\"]");
  }

  @Test
  void oneColumn_readsEmptyOnlyWhereQuoted() {
    assertThat(brief(csv("a\n\nx\n\"\"\n\ny"))).containsExactly("3: [x]", "4: []", "6: [y]");
  }

  @Test
  void values_areFoundByName_unknownOnesAreNull() {
    Row row = (Row) csv("id, Name \n7,Ann\n").getFirst();
    assertThat(row.value("id")).isEqualTo("7");
    assertThat(row.value("Name")).isEqualTo("Ann");
    assertThat(row.value("email")).isNull();
    assertThat(row.asReceived()).isEqualTo("7,Ann");
    assertThat(row.size()).isEqualTo(2);
    assertThatThrownBy(() -> row.value(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void children_ofAFieldWithAJsonArray_areRows() {
    Row row = (Row) csv("id,items\n7,\"[{\"\"sku\"\":\"\"A\"\"}]\"\n").getFirst();
    assertThat(row.children("items")).extracting(child -> child.value("sku")).containsExactly("A");
    assertThat(row.children("id")).isEmpty();
  }

  // --- header ---

  @Test
  void header_namelessAndRepeated_getsNamesOfItsOwn() {
    try (RowReader reader = open("x.csv", "a,,a,a_2,,a\n".getBytes(UTF_8), DETECT)) {
      assertThat(reader.columns()).containsExactly("a", "column2", "a_3", "a_2", "column5", "a_4");
    }
  }

  @Test
  void header_absent_numbersTheColumns() {
    assertThat(csv("1,2\n3,4\n", DETECT.withHeader(false)))
        .extracting(result -> ((Row) result).value("column2"))
        .containsExactly("2", "4");
  }

  @Test
  void header_only_hasNoRows() {
    try (RowReader reader = open("x.csv", "a,b\n".getBytes(UTF_8), DETECT)) {
      assertThat(reader.columns()).containsExactly("a", "b");
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "'\n\r\n'", "'\ufeff'"})
  void file_withoutAnything_hasNoColumnsAndNoRows(String text) {
    try (RowReader reader = open("x.csv", text.getBytes(UTF_8), DETECT)) {
      assertThat(reader.columns()).isEmpty();
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void header_malformed_isRefusedWithItsLine() {
    assertThatThrownBy(() -> csv("\n\"a\"b,c\n1,2\n"))
        .isInstanceOf(TabularException.class)
        .hasMessage("input.csv, line 2: the first row: text after the closing quote of a field");
  }

  // --- what is malformed ---

  @Test
  void rows_ofAnotherLength_areBadAndTheRestGoesOn() {
    assertThat(brief(csv("a,b\n1\n2,\"x\ny\"\n1,2,3\n4,5\n")))
        .containsExactly(
            "2/1: has 1 fields, not 2", "3: [2, x\ny]", "5/3: has 3 fields, not 2", "6: [4, 5]");
  }

  @Test
  void textAfterAClosingQuote_isBad_nextLineGoesOn() {
    List<RowResult> results = csv("a,b\n1,\"x\"y\n3,4\n");
    assertThat(brief(results))
        .containsExactly("2/2: text after the closing quote of a field", "3: [3, 4]");
    assertThat(((BadRow) results.getFirst()).raw()).isEqualTo("1,\"x\"y");
  }

  @Test
  void strayQuote_neverClosed_losesOnlyItsLine() {
    assertThat(brief(csv("a,b\n1,\"x\n3,4\n5,6\n")))
        .containsExactly("2/2: a quoted field is never closed", "3: [3, 4]", "4: [5, 6]");
  }

  @Test
  void strayQuote_beforeManyLines_losesOnlyItsLine() {
    String rows = "1,2\n".repeat(5000);
    List<RowResult> results = csv("a,b\n1,2\n\"x,2\n" + rows);
    assertThat(brief(results.get(1)))
        .isEqualTo("3/1: a quoted field runs over more than 1000 lines");
    assertThat(results).hasSize(5002);
    assertThat(results.getLast().line()).isEqualTo(5003);
    assertThat(brief(results.subList(2, 5002))).allMatch(row -> row.endsWith(": [1, 2]"));
  }

  @Test
  void strayQuote_closedByTheNextQuotedRow_losesOnlyItsLine() {
    assertThat(brief(csv("a,b\n1,\"x\n\"3\",\"4\"\n5,6\n")))
        .containsExactly("2/2: text after the closing quote of a field", "3: [3, 4]", "4: [5, 6]");
  }

  @Test
  void strayQuote_afterAFieldOfSeveralLines_keepsThatFieldTogether() {
    List<RowResult> results = csv("a,b\n\"1\n2\",\"x\"!\n3,4\n");
    assertThat(brief(results))
        .containsExactly("2/2: text after the closing quote of a field", "4: [3, 4]");
    assertThat(((BadRow) results.getFirst()).raw()).isEqualTo("\"1\n2\",\"x\"!");
  }

  @Test
  void badRow_showsNoValue() {
    BadRow bad = (BadRow) csv("a,b\n1,\"secret\"x\n").getFirst();
    assertThat(bad.toString()).doesNotContain("secret");
    assertThat(csv("a,b\n1,secret\n").getFirst().toString()).doesNotContain("secret");
  }

  // --- limits ---

  @Test
  void field_ofOneMebibyte_isRead_oneByteMoreIsBad() {
    String longest = "x".repeat(1 << 20);
    List<RowResult> results =
        csv(
            "a,b\n1,"
                + longest
                + "\n2,\""
                + longest
                + "\"\n3,x"
                + longest
                + "\n4,\"x"
                + longest
                + "\"\n5,6\n");
    assertThat(Reading.values((Row) results.get(0))).containsExactly("1", longest);
    assertThat(Reading.values((Row) results.get(1))).containsExactly("2", longest);
    assertThat(brief(results.subList(2, 5)))
        .containsExactly(
            "4/2: a field is longer than 1048576 bytes",
            "5/2: a field is longer than 1048576 bytes",
            "6: [5, 6]");
    assertThat(((BadRow) results.get(2)).raw()).hasSize(BadRow.RAW_LIMIT);
  }

  @Test
  void row_overItsLimit_isBad_nextLineGoesOn() {
    TabularLimits limits = new TabularLimits(1000, 3000, 100, 10, 1 << 30, 100);
    String wide = "x".repeat(900);
    assertThat(
            brief(
                csv(
                    "a,b,c,d\n" + String.join(",", wide, wide, wide, wide) + "\n1,2,3,4\n",
                    DETECT.withLimits(limits))))
        .containsExactly("2/4: is longer than 3000 bytes", "3: [1, 2, 3, 4]");
  }

  @Test
  void columns_overTheirLimit_areBad() {
    assertThat(brief(csv("a,b\n" + ",".repeat(5000) + "\n1,2\n")))
        .containsExactly("2/4097: has more than 4096 fields", "3: [1, 2]");
    assertThatThrownBy(() -> csv(",".repeat(5000) + "\n"))
        .isInstanceOf(TabularException.class)
        .hasMessageContaining("more than 4096 fields");
  }

  @Test
  void rows_acrossTheWindow_areReadWhole() {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 3000; i++) {
      text.append(i).append(",\"").append("é\"\"\r\n".repeat(i % 97)).append("\"\r\n");
    }
    List<RowResult> results = csv(text.toString());
    assertThat(results).hasSize(3000);
    long line = 2;
    for (int i = 0; i < 3000; i++) {
      Row row = (Row) results.get(i);
      assertThat(row.line()).isEqualTo(line);
      assertThat(row.value(0)).isEqualTo(Integer.toString(i));
      assertThat(row.value(1)).isEqualTo("é\"\r\n".repeat(i % 97));
      line += 1 + i % 97;
    }
  }

  // --- delimiters ---

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void delimiter_isFound(char delimiter) {
    String text = "name#price#note\nAnn#1.5#x\nBen#2.5#\"a#b\"\n".replace('#', delimiter);
    try (RowReader reader = open("x.csv", text.getBytes(UTF_8), DETECT)) {
      assertThat(reader.options().delimiter()).isEqualTo(delimiter);
      assertThat(reader.columns()).containsExactly("name", "price", "note");
    }
  }

  @Test
  void delimiter_amongDecimalCommas_isTheSemicolon() {
    assertThat(brief(csv("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n")))
        .containsExactly("2: [1,5, 2,5, 3,5]", "3: [1,5, 2,5, 3,5]");
  }

  @Test
  void delimiter_insideQuotes_isNotCounted() {
    assertThat(brief(csv("a;\"x,y,z,w\"\n1;\"1,2,3,4\"\n"))).containsExactly("2: [1, 1,2,3,4]");
  }

  @Test
  void delimiter_amongRaggedRows_isTheEvenOne() {
    assertThat(brief(csv("a,b;c\n1,2\n3,4;5\n6,7;x;y\n8\n9,9\n")))
        .contains("2: [1, 2]", "3: [3, 4;5]", "4: [6, 7;x;y]", "6: [9, 9]");
  }

  @Test
  void delimiter_told_isUsed() {
    assertThat(brief(csv("a,b^c\n1,2^3\n", DETECT.withDelimiter('^'))))
        .containsExactly("2: [1,2, 3]");
  }

  @Test
  void delimiter_namedByTheFirstLine_isUsed() {
    assertThat(brief(csv("sep=;\r\na;b\r\n1;2\r\n"))).containsExactly("3: [1, 2]");
  }

  @Test
  void bytesRead_endsAtTheSize() {
    byte[] content = "a,b\n1,2\n".repeat(100_000).getBytes(UTF_8);
    RowReader reader = open("x.csv", content, DETECT);
    assertThat(reader.bytesRead()).isBetween(1L, (long) content.length / 2);
    all(reader);
    assertThat(reader.bytesRead()).isEqualTo(content.length);
  }
}
