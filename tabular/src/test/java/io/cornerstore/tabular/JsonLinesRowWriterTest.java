package io.cornerstore.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesRowWriterTest {

  @Test
  void rows_written_areReadBackAsTheyWere() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> columns = List.of("a", "b \"quoted\"");
    try (RowWriter out = new JsonLinesRowWriter(bytes, columns)) {
      out.write(List.of("line\nbreak", "tab\tand \\ and \u0001 and é"));
      out.write(Arrays.asList(null, "only"));
      assertThatThrownBy(() -> out.write(List.of("one")))
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    try (RowReader in =
        TabularSource.of("written", new ByteArrayInputStream(bytes.toByteArray()))
            .open(TabularOptions.detect().withFormat(TabularFormat.JSON_LINES))) {
      Row first = (Row) in.next();
      assertThat(first.value("a")).isEqualTo("line\nbreak");
      assertThat(first.value("b \"quoted\"")).isEqualTo("tab\tand \\ and \u0001 and é");
      Row second = (Row) in.next();
      assertThat(second.value("a")).isNull();
      assertThat(in.next()).isNull();
    }
  }
}
