package io.cornerstore.intake.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentCodecTest {

  private static final SourceDocument FULL =
      new SourceDocument(
          "K-1",
          List.of(
              new PersonalValue(PersonalField.FAMILY_NAME, "Sánchez", "SÃ¡nchez", Quality.VALID),
              new PersonalValue(PersonalField.EMAIL, "a@b", "a@b", Quality.DOUBTFUL),
              new PersonalValue(
                  PersonalField.STREET_ADDRESS, "x".repeat(300), "", Quality.UNCHECKED)),
          new Interaction(
              InteractionType.RETURN,
              "O-1",
              null,
              "S1",
              new Money(-1999, "EUR"),
              "topic",
              "note 💐",
              null,
              "T",
              -5L,
              List.of(
                  new OrderLine(
                      "SKU",
                      null,
                      new BigDecimal("-1.50"),
                      new Money(1, "JPY"),
                      null,
                      "c",
                      null,
                      true),
                  new OrderLine(null, "postage", BigDecimal.ONE, null, null, null, "m", false))),
          Map.of("campaign", "spring", "x", ""));

  @Test
  void document_encodedAndDecoded_isTheSame() {
    assertThat(DocumentCodec.decode(DocumentCodec.encode(FULL))).isEqualTo(FULL);
  }

  @Test
  void emptyDocument_encodedAndDecoded_isTheSame() {
    SourceDocument empty = new SourceDocument(null, List.of(), null, Map.of());

    assertThat(DocumentCodec.decode(DocumentCodec.encode(empty))).isEqualTo(empty);
  }

  @Test
  void bytes_brokenOffAnywhere_areRefused() {
    byte[] bytes = DocumentCodec.encode(FULL);
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> DocumentCodec.decode(part))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
