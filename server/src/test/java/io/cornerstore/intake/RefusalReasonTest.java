package io.cornerstore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.tabular.BadRow;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularFormat;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalReasonTest {

  @ParameterizedTest
  @EnumSource
  void text_ofAReason_isFoundAgainWithItsValues(RefusalReason reason) {
    long places = reason.pattern().chars().filter(one -> one == '{').count();
    Object[] values =
        IntStream.range(0, (int) places).mapToObj(place -> "v" + place).toArray(Object[]::new);

    assertThat(RefusalReason.find(reason.text(values)))
        .contains(
            new RefusalReason.Found(
                reason, IntStream.range(0, (int) places).mapToObj(place -> "v" + place).toList()));
    assertThatThrownBy(() -> reason.text(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the time is empty.", "people.csv cannot be read", "there is no a b"})
  void text_ofNoReason_isNoneFound(String text) {
    assertThat(RefusalReason.find(text)).isEmpty();
  }

  private static List<String> reasons(TabularFormat format, byte[] text) {
    List<String> reasons = new ArrayList<>();
    try (RowReader reader =
        TabularSource.of("rows", new ByteArrayInputStream(text))
            .open(TabularOptions.detect().withFormat(format).withCharset(StandardCharsets.UTF_8))) {
      for (RowResult row = reader.next(); row != null; row = reader.next()) {
        if (row instanceof BadRow bad) {
          reasons.add(bad.reason());
        }
      }
    }
    return reasons;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1\n",
        "a,b\n1,2,3\n",
        "a,b\n\"1\"x,2\n",
        "a,b\n\"1,2\n",
        "a,b\n\u00fc,\u00fc\n"
      })
  void malformedCsv_isRefusedForAReasonThatIsKnown(String text) {
    // One case is right in UTF-8 and wrong in the encoding it is written in here.
    List<String> reasons = reasons(TabularFormat.CSV, text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(reasons).isNotEmpty().allMatch(reason -> RefusalReason.find(reason).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}\n7\n",
        "{\"a\":1}\n{\"a\":\n",
        "{\"a\":1}\n{\"a\":1} {\"a\":2}\n",
        "{\"a\":1}\n{a:1}\n",
        "{\"a\":1}\n{\"a\":\"\\ud800\"}\n",
        "{\"a\":1}\n{\"a\":1,\"a\":2}\n",
        "{\"a\":1}\n{\"a\":\"\u00fc\"}\n"
      })
  void malformedJsonLine_isRefusedForAReasonThatIsKnown(String text) {
    List<String> reasons =
        reasons(TabularFormat.JSON_LINES, text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(reasons).isNotEmpty().allMatch(reason -> RefusalReason.find(reason).isPresent());
  }

  @Test
  void jsonBeyondTheLimits_isRefusedForAReasonThatIsKnown() {
    String deep = "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}\n";

    assertThat(
            reasons(
                TabularFormat.JSON_LINES, ("{\"a\":1}\n" + deep).getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty()
        .allMatch(reason -> RefusalReason.find(reason).isPresent());
  }
}
