package io.cornerstore.intake.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallReaderTest {

  private final CallReader reader = new CallReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "\"x\"",
        "[]",
        "{",
        "{}}",
        "{\"a\":1}x",
        "{\"a\":NaN}",
        "{'a':1}",
        "\u0000",
        "{\"a\":\"\u0001\"}"
      })
  void body_thatIsNoObject_isMalformed(String body) {
    assertThatThrownBy(() -> reader.single(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CallMalformed.class)
        .hasMessageNotContaining("NaN");
  }

  @Test
  void body_inOtherEncodings_orWithMark() {
    byte[] plain = "{\"type\":\"page\",\"userId\":\"u\"}".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> reader.single(plain)).isInstanceOf(CallMalformed.class);
    byte[] marked = "\uFEFF{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    Call call = reader.single(marked);
    assertThat(call.events().getFirst().content()).isNotNull();
    assertThat(
            new String(
                marked,
                call.events().getFirst().from(),
                call.events().getFirst().size(),
                StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":\"é\"}");
  }
}
