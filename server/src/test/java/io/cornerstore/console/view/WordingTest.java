package io.cornerstore.console.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.kernel.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final Wording ENGLISH = Wording.of(Language.ENGLISH);
  private static final Wording INDONESIAN = Wording.of(Language.INDONESIAN);
  private static final Instant AT = Instant.parse("2026-08-03T14:05:00Z");

  @Test
  void dates_areWrittenAsTheLanguageDoes() {
    assertThat(ENGLISH.longDay(AT, ZoneOffset.UTC)).isEqualTo("Monday, 3 August 2026");
    assertThat(INDONESIAN.longDay(AT, ZoneOffset.UTC)).isEqualTo("Senin, 3 Agustus 2026");
    assertThat(ENGLISH.time(AT, ZoneOffset.UTC)).isEqualTo("3 Aug 2026, 14:05");
    assertThat(INDONESIAN.time(AT, ZoneOffset.UTC)).isEqualTo("3 Agu 2026, 14.05");
    assertThat(INDONESIAN.month(YearMonth.of(2026, 5))).isEqualTo("Mei 2026");
    assertThat(INDONESIAN.weekday(DayOfWeek.FRIDAY)).isEqualTo("Jumat");
  }

  @Test
  void numbers_areWrittenAsTheLanguageDoes() {
    assertThat(ENGLISH.whole(1234567)).isEqualTo("1,234,567");
    assertThat(INDONESIAN.whole(1234567)).isEqualTo("1.234.567");
    assertThat(INDONESIAN.quantity(new BigDecimal("2.500"))).isEqualTo("2,5");
    assertThat(ENGLISH.signed(-2.34)).isEqualTo("−2.3");
    assertThat(INDONESIAN.signed(12)).isEqualTo("+12,0");
    assertThat(ENGLISH.signed(-0.01)).isEqualTo("0.0");
  }

  @Test
  void percent_nearTheEnds_neverSaysCertain() {
    assertThat(ENGLISH.percent(0.5)).isEqualTo("50%");
    assertThat(ENGLISH.percent(0.99996)).isEqualTo("99.9%");
    assertThat(ENGLISH.percent(0.0001)).isEqualTo("0.1%");
    assertThat(ENGLISH.percent(1)).isEqualTo("100%");
    assertThat(INDONESIAN.percent(0.994)).isEqualTo("99,4%");
  }

  @Test
  void money_hasTheSignOfItsCurrency() {
    assertThat(ENGLISH.money(new Money(-123456, "EUR"))).isEqualTo("−€1,234.56");
    assertThat(INDONESIAN.money(new Money(1_250_000_00, "IDR"))).isEqualTo("Rp\u00a01.250.000");
    assertThat(INDONESIAN.money(new Money(50, "IDR"))).isEqualTo("Rp\u00a00,50");
  }

  @Test
  void text_formsOfNumber_agreeWithTheNumber() {
    assertThat(ENGLISH.text("count.records", 0)).isEqualTo("0 records");
    assertThat(ENGLISH.text("count.records", 1)).isEqualTo("1 record");
    assertThat(ENGLISH.text("count.records", 1200)).isEqualTo("1,200 records");
    assertThat(INDONESIAN.text("count.records", 1200)).isEqualTo("1.200 catatan");
    assertThat(ENGLISH.text("search.found", 0)).isEqualTo("Nobody was found");
    assertThat(INDONESIAN.text("search.found", 3)).isEqualTo("3 pelanggan ditemukan");
  }

  @Test
  void text_valueWithBraces_isNotReadAsAPattern() {
    assertThat(ENGLISH.text("who.speaks", "{0} it's <b>")).isEqualTo("speaks {0} it's <b>");
  }

  @Test
  void reason_ofARefusedRow_isSaidInTheLanguage_withItsNumbers() {
    assertThat(INDONESIAN.reason("has 3 fields, not 4")).isEqualTo("ada 3 kolom, bukan 4");
    assertThat(INDONESIAN.reason("the time is empty")).isEqualTo("waktunya kosong");
    assertThat(ENGLISH.reason("more than 10000 order lines"))
        .isEqualTo("more than 10000 order lines");
    assertThat(INDONESIAN.reason("people.csv has no column 'mail'"))
        .isEqualTo("people.csv has no column 'mail'");
  }

  @Test
  void text_unknownKey_isAMistakeOfOurs() {
    assertThatThrownBy(() -> ENGLISH.text("no.such-key"))
        .isInstanceOf(MissingResourceException.class)
        .hasMessageContaining("no.such-key");
  }

  @Test
  void term_unknownCode_isTheCodeInPlainWords() {
    assertThat(INDONESIAN.term("level", "NEVER_heard-of")).isEqualTo("never heard of");
    assertThat(ENGLISH.sentence("attribute", "given-name")).isEqualTo("Given name");
  }
}
