package io.cornerstore.console.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.console.view.SearchPage.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTextTest {

  private static String marked(String asked, String text) {
    return new MarkedText(asked)
        .parts(text).stream()
            .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "hal, Ada Hale, Ada [Hale]",
        "hlae ada, Ada Hale, [Ada] [Hale]",
        "okonkwo, Benedict Okonkowo, Benedict [Okonkowo]",
        "muller, Jörg Müller, Jörg [Müller]",
        "alton, \"Ada · Alton GU34\", \"Ada · [Alton] GU34\"",
        "a, Ada Hale, Ada Hale",
        "ana, Ada Hale, Ada Hale",
        "smith, Ada Hale, Ada Hale"
      })
  void parts_ofAName_markWhatWasLookedFor(String asked, String text, String expected) {
    assertThat(marked(asked, text)).isEqualTo(expected);
  }

  @Test
  void parts_together_areTheText() {
    String text = " O'Neil-Hale,  (Alton) ";
    assertThat(
            new MarkedText("hale alton")
                .parts(text).stream().map(Part::text).collect(Collectors.joining()))
        .isEqualTo(text);
  }
}
