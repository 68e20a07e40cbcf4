package io.cornerstore.intake.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedWordsTest {

  private static final RefusedWords WORDS = RefusedWords.standardAnd(null);

  @ParameterizedTest
  @CsvSource({
    "She is pregnant with twins, health",
    "Sedang HAMIL tujuh bulan, health",
    "needs wheelchair access, health",
    "has diabetes, health",
    "a devout man, religion",
    "Orang Kristen, religion",
    "is a Christian, religion",
    "foreigner, ethnicity",
    "keturunan asing, ethnicity",
    "voted for them, politics",
    "anggota partai, politics",
    "seems to be gay, sexuality",
    "ex-con, crime",
    "what an IDIOT, abuse",
    "Pelanggan ini bódoh sekali, abuse",
    "time-waster, abuse"
  })
  void find_whatMustNotBeKept_namesItsKind(String text, String kind) {
    assertThat(WORDS.find(text)).extracting(Refused::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prefers delivery after six, rings twice.",
        "Asked about the suku cadang of the pump",
        "Spoke with Christian about order W-1001",
        "Wants the stroke of the pump explained",
        "Kucing liar, minta makanan kucing",
        "Parcel was left with the neighbour",
        "Barang datang terlambat, minta ganti",
        "Dumbbells 5 kg, cancel the cable",
        ""
      })
  void find_everydayNotes_findsNothing(String text) {
    assertThat(WORDS.find(text)).isEmpty();
  }

  @Test
  void find_place_isThatOfTheWholePhrase() {
    String text = "He said: heart  attack, last year";
    assertThat(WORDS.find(text))
        .containsExactly(new Refused("health", text.indexOf("heart"), text.indexOf(",", 10)));
  }

  @Test
  void standardAnd_ownFile_addsAndTakesOff(@TempDir Path folder) throws IOException {
    Path own = folder.resolve("words.txt");
    Files.writeString(own, "# ours\n[debt]\nbankrupt*\n-pregnan*\n");
    RefusedWords words = RefusedWords.standardAnd(own);
    assertThat(words.find("went bankrupt")).extracting(Refused::kind).containsExactly("debt");
    assertThat(words.find("pregnant")).isEmpty();
    assertThat(words.find("diabetic")).hasSize(1);
  }

  @Test
  void standardAnd_lineWithoutKind_saysWhatToDo(@TempDir Path folder) throws IOException {
    Path own = folder.resolve("words.txt");
    Files.writeString(own, "bankrupt\n");
    assertThatThrownBy(() -> RefusedWords.standardAnd(own))
        .hasMessageContaining("words.txt")
        .hasMessageContaining("[health]");
  }

  @Test
  void refused_cardInText_givesItsPlace() {
    assertThat(Screen.of("note", FieldType.TEXT).refused("card 4111 1111 1111 1111 ok"))
        .isEqualTo(List.of(new Refused(Finding.CARD, 5, 24)));
    assertThat(Screen.of("note", FieldType.TEXT).refused("order 12345")).isEmpty();
  }
}
