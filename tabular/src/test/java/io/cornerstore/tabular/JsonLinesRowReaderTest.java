package io.cornerstore.tabular;

import static io.cornerstore.tabular.Reading.DETECT;
import static io.cornerstore.tabular.Reading.all;
import static io.cornerstore.tabular.Reading.brief;
import static io.cornerstore.tabular.Reading.json;
import static io.cornerstore.tabular.Reading.open;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NullMarked
class JsonLinesRowReaderTest {

  @Test
  void objects_areFlattenedToDottedColumns() {
    Row row =
        (Row) json("{\"id\":7,\"address\":{\"city\":\"Ulm\",\"geo\":{\"lat\":1.50}}}").getFirst();
    assertThat(row.columns()).containsExactly("id", "address.city", "address.geo.lat");
    assertThat(row.value("address.city")).isEqualTo("Ulm");
    assertThat(row.value("address.geo.lat")).isEqualTo("1.50");
    assertThat(row.value("address")).isNull();
  }

  @Test
  void values_keepTheirText() {
    Row row =
        (Row)
            json("{\"a\":1.0E+2,\"b\":-0,\"c\":12345678901234567890.10,\"d\":true,\"e\":\"\",\"f\":null,\"g\":\"\\u00e9\\n\"}")
                .getFirst();
    assertThat(Reading.values(row))
        .containsExactly("1.0E+2", "-0", "12345678901234567890.10", "true", "", null, "é\n");
  }

  @Test
  void columns_growWithTheRows_earlierRowsKeepTheirs() {
    RowReader reader =
        open("x.jsonl", "{\"a\":1}\n{\"b\":2,\"a\":3}\n{}\n".getBytes(UTF_8), DETECT);
    List<RowResult> results = all(reader);
    assertThat(brief(results)).containsExactly("1: [1]", "2: [3, 2]", "3: [null, null]");
    assertThat(reader.columns()).containsExactly("a", "b");
    assertThat(((Row) results.getFirst()).value("b")).isNull();
  }

  @Test
  void blankLines_areCountedNotRead() {
    assertThat(brief(json("\n{\"a\":1}\r\n \r\n\n{\"a\":2}"))).containsExactly("2: [1]", "5: [2]");
  }

  @Test
  void arrays_areTheirText_andTheirObjectsAreRows() {
    String line =
        "{\"no\":1,\"items\":[ {\"sku\":\"Ä\",\"price\":{\"amount\":1.10}}, 5, {\"qty\":2,\"tags\":[{\"t\":1}]} ],\"tags\":[\"x\"]}";
    Row row = (Row) json("{}\n" + line).get(1);
    assertThat(row.value("items"))
        .isEqualTo(
            "[ {\"sku\":\"Ä\",\"price\":{\"amount\":1.10}}, 5, {\"qty\":2,\"tags\":[{\"t\":1}]} ]");
    assertThat(row.value("tags")).isEqualTo("[\"x\"]");
    List<Row> items = row.children("items");
    assertThat(items).hasSize(2).allMatch(item -> item.line() == 2);
    assertThat(items.getFirst().value("price.amount")).isEqualTo("1.10");
    assertThat(items.getFirst().value("sku")).isEqualTo("Ä");
    assertThat(items.get(1).value("sku")).isNull();
    assertThat(items.get(1).children("tags").getFirst().value("t")).isEqualTo("1");
    assertThat(items.get(1).asReceived()).isEqualTo("{\"qty\":2,\"tags\":[{\"t\":1}]}");
    assertThat(row.children("tags")).isEmpty();
    assertThat(row.children("no")).isEmpty();
    assertThat(row.asReceived()).isEqualTo(line);
  }

  static List<List<String>> hostileLines() {
    return List.of(
        List.of("{\"a\":1", ": the JSON object ends too early"),
        List.of("{", ": the JSON object ends too early"),
        List.of("{\"a\":secret}", "is not valid JSON"),
        List.of("{'a':1}", "is not valid JSON"),
        List.of("{\"a\":1,}", "is not valid JSON"),
        List.of("{\"a\":NaN}", "is not valid JSON"),
        List.of("{\"a\":01}", "is not valid JSON"),
        List.of("{\"a\":\"tab\there\"}", "is not valid JSON"),
        List.of("{\"a\":[1,2}", "is not valid JSON"),
        List.of("{\"a\":1} // note", "is not valid JSON"),
        List.of("{\"a\":1}{\"a\":2}", "/8: goes on behind the JSON object"),
        List.of("{\"a\":1},", "is not valid JSON"),
        List.of("[{\"a\":1}]", "/1: is not a JSON object"),
        List.of("\"a\"", "/1: is not a JSON object"),
        List.of("null", "/1: is not a JSON object"),
        List.of("{\"a\":1,\"a\":2}", "has the same field twice"),
        List.of("{\"b.c\":1,\"b\":{\"c\":2}}", "has the same field twice"),
        List.of("{\"a\":\"\\ud800\"}", "has an escape for half a character"),
        List.of("{\"a\":\"\\x\"}", "is not valid JSON"),
        List.of("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}", "too many levels"),
        List.of("{\"a\":".repeat(100) + "1" + "}".repeat(100), "too many levels"),
        List.of("{\"a\":" + "9".repeat(5000) + "}", "a text, number or name that is too long"),
        List.of("{\"" + "n".repeat(5000) + "\":1}", "a text, number or name that is too long"),
        List.of(
            "{\"a\":\"" + "x".repeat(2 << 20) + "\"}", "a text, number or name that is too long"),
        List.of("{\"a\":[" + "1,".repeat(1 << 20) + "1]}", "an array is longer than 1048576 bytes"),
        List.of("x".repeat(9 << 20), "is longer than 8388608 bytes"),
        List.of("{\"a\":\"\u0000\"}", "is not valid JSON"));
  }

  @ParameterizedTest
  @MethodSource("hostileLines")
  void hostileLine_isBad_theRestGoesOn(List<String> lineAndReason) {
    List<RowResult> results = json("{\"a\":1}\n" + lineAndReason.getFirst() + "\r\n{\"a\":3}\n");
    assertThat(results).hasSize(3);
    assertThat(results.get(1)).isInstanceOf(BadRow.class);
    assertThat(brief(results.get(1))).startsWith("2/").contains(lineAndReason.get(1));
    assertThat(brief(results.get(1))).doesNotContain("secret");
    assertThat(brief(results.get(2))).isEqualTo("3: [3]");
  }

  @Test
  void badLine_leavesNoColumns() {
    RowReader reader =
        open(
            "x.jsonl", "{\"a\":1}\n{\"b\":{\"c\":2},\"d\":x}\n{\"d\":4}\n".getBytes(UTF_8), DETECT);
    assertThat(brief(all(reader))).startsWith("1: [1]").endsWith("3: [null, 4]");
    assertThat(reader.columns()).containsExactly("a", "d");
  }

  @Test
  void columns_overTheirLimit_makeTheRowBad() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append("{\"f").append(i).append("\":1}\n");
    }
    text.append("{\"f7\":2}\n");
    List<RowResult> results = json(text.toString());
    assertThat(results.get(4095)).isInstanceOf(Row.class);
    assertThat(brief(results.get(4096))).contains("would give the file more than 4096 columns");
    assertThat(((Row) results.getLast()).value("f7")).isEqualTo("2");
  }

  @Test
  void emptyObjects_withEverNewNames_areBounded() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 9000; i++) {
      text.append("{\"f").append(i).append("\":{}}\n");
    }
    assertThat(json(text.toString()).getLast()).isInstanceOf(BadRow.class);
  }

  @Test
  void bytesNotUtf8_amongUtf8_areBad() {
    byte[] content =
        Reading.join(
            "{\"a\":\"éé\"}\n".getBytes(UTF_8),
            "{\"a\":\"é\"}\n".getBytes(ISO_8859_1),
            "{\"a\":\"ü\"}\n".getBytes(UTF_8));
    assertThat(brief(all(open("x.jsonl", content, DETECT))))
        .containsExactly("1: [éé]", "2/0: has bytes that are not UTF-8", "3: [ü]");
  }

  @Test
  void latin1_isReadWhenItIs() {
    byte[] content = "{\"straße\":\"é\",\"b\":[\"ü\"]}\n".getBytes(ISO_8859_1);
    Row row = (Row) all(open("x.jsonl", content, DETECT)).getFirst();
    assertThat(row.value("straße")).isEqualTo("é");
    assertThat(row.value("b")).isEqualTo("[\"ü\"]");
    assertThat(row.asReceived()).contains("straße");
  }

  @Test
  void jsonArray_asAWhole_isRefusedWithAdvice() {
    assertThatThrownBy(() -> json("[\n{\"a\":1},\n{\"a\":2}\n]\n"))
        .isInstanceOf(TabularException.class)
        .hasMessageContaining("jq -c");
    assertThatThrownBy(() -> json("[{\"a\":1},{\"a\":2}]")).hasMessageContaining("jq -c");
  }

  @Test
  void format_isFoundByContent_whereTheNameSaysNothing() {
    RowReader reader = open("standard input", " {\"a\":1}\n".getBytes(UTF_8), DETECT);
    assertThat(reader.options().format()).isEqualTo(TabularFormat.JSON_LINES);
    assertThat(brief(all(reader))).containsExactly("1: [1]");
  }

  @Test
  void madeByHand_rowBehavesLikeARead() {
    Row row = Row.of(3, List.of("a", "b\"", "c"), Arrays.asList("1", "x\n", null));
    assertThat(row.asReceived()).isEqualTo("{\"a\":\"1\",\"b\\\"\":\"x\\n\"}");
    assertThat(row.value("c")).isNull();
    assertThat(row.line()).isEqualTo(3);
  }
}
