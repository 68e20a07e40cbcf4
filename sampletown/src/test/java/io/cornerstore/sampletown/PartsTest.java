package io.cornerstore.sampletown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

  @Test
  void shuffle_ofAnySize_isABijection() {
    for (int size : new int[] {1, 2, 3, 10, 1_000, 4_097, 70_001}) {
      Shuffle shuffle = new Shuffle(17, size);
      BitSet seen = new BitSet(size);
      for (int i = 0; i < size; i++) {
        seen.set((int) shuffle.of(i));
      }
      assertThat(seen.cardinality()).as("size " + size).isEqualTo(size);
    }
  }

  @Test
  void dice_below_isEven() {
    Dice dice = Dice.of(1, 2, 3);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[dice.below(7)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_500, 10_500);
    }
  }

  @Test
  void zipf_firstRank_isDrawnMost() {
    Zipf zipf = new Zipf(100, 1, 1);
    Dice dice = Dice.of(1, 1, 1);
    int[] counts = new int[100];
    for (int i = 0; i < 100_000; i++) {
      counts[zipf.draw(dice)]++;
    }
    assertThat(counts[0] / (double) counts[9]).isBetween(8.0, 12.5);
  }

  @Test
  void shelf_moreThanFitsInMemory_isSortedAndStable(@TempDir Path folder) throws IOException {
    Dice dice = Dice.of(8, 8, 8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int pieces = 60_000;
    try (Shelf shelf = new Shelf(folder, "x", 5)) {
      for (int i = 0; i < pieces; i++) {
        int key = dice.below(1_000) * 1_000_000;
        String piece = Keys.padded(key, 10) + ' ' + Keys.padded(i, 6) + " ".repeat(260) + '\n';
        shelf.add(key, piece.getBytes(StandardCharsets.UTF_8));
      }
      shelf.writeTo(out);
    }
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
    assertThat(lines).hasSize(pieces).isSorted();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void email_mistyped_keepsItsDomain() {
    Dice dice = Dice.of(3, 3, 3);
    for (int i = 0; i < 2_000; i++) {
      String changed = Errors.email("anna.miller84@post.example", dice);
      assertThat(changed).endsWith("@post.example").isNotEqualTo("@post.example");
    }
  }

  @Test
  void digits_mistyped_keepAreaAndExchange() {
    Dice dice = Dice.of(3, 3, 3);
    for (int i = 0; i < 2_000; i++) {
      assertThat(Errors.digits("6145550123", dice))
          .matches("614555\\d{4}")
          .isNotEqualTo("6145550123");
    }
  }

  @Test
  void day_wrong_isStillADay() {
    Dice dice = Dice.of(3, 3, 3);
    for (int i = 0; i < 2_000; i++) {
      LocalDate day = LocalDate.of(1950, 1, 1).plusDays(dice.below(20_000));
      assertThat(Errors.day(day, dice).getYear()).isBetween(1938, 2007);
    }
  }

  @Test
  void phones_written_keepTheirDigits() {
    Dice dice = Dice.of(3, 3, 3);
    for (int i = 0; i < 200; i++) {
      assertThat(Phones.written("6145550123", dice).replaceAll("\\D", "")).endsWith("6145550123");
    }
  }

  @Test
  void csv_cellWithDelimiterOrQuote_isQuoted() {
    assertThat(CsvFeed.join(';', "a;b", "say \"hi\"", "", "plain"))
        .isEqualTo("\"a;b\";\"say \"\"hi\"\"\";;plain\n");
  }

  @Test
  void json_textWithQuotesAndControls_isEscaped() {
    String json =
        new Json().open('{').put("a", "x\"\\\t").put("n", 5).put("e", "").close('}').toString();
    assertThat(json).isEqualTo("{\"a\":\"x\\\"\\\\\\u0009\",\"n\":5,\"e\":null}");
  }

  @Test
  void money_ofCents_hasTwoDecimals() {
    assertThat(Basket.money(5)).isEqualTo("0.05");
    assertThat(Basket.money(-1_250)).isEqualTo("-12.50");
    assertThat(Basket.money(123_456)).isEqualTo("1234.56");
  }

  @Test
  void mojibake_ofAnAccent_isTwoLatinLetters() {
    assertThat(Errors.mojibake("JOSÉ")).isEqualTo("JOSÃ\u0089");
  }

  @Test
  void truth_aLine_readsBack() {
    Truth truth = new Truth("tills", "R1", Truth.By.GROUP, "p7", Truth.Evidence.CONTACT);
    assertThat(Truth.fromCsv(truth.toCsv())).isEqualTo(truth);
  }

  @Test
  void times_written_haveTheFormTheMappingsName() {
    LocalDateTime at = LocalDateTime.of(2025, 3, 9, 4, 5, 6);
    assertThat(Times.american(at)).isEqualTo("3/9/2025 4:05");
    assertThat(Times.spaced(at)).isEqualTo("2025-03-09 04:05:06");
  }
}
