package io.cornerstore.intake.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2.55 | 2.55 | -",
        "-6 | -6 | -",
        "1.234,56 | 1234.56 | -",
        "1,234.56 | 1234.56 | -",
        "1,234 | 1234 | -",
        "12,5 | 12.5 | -",
        "1.234 | 1.234 | -",
        "1.234.567 | 1234567 | -",
        "€ 12,50 | 12.50 | EUR",
        "£12.50 | 12.50 | GBP",
        "$90,000 | 90000 | -",
        "12.50 USD | 12.50 | USD",
        "(12.50) | -12.50 | -",
        "12.50- | -12.50 | -",
        "Rp 150.000,00 | 150000.00 | -",
        "'1 234,50' | 1234.50 | -",
        "-€12.50 | -12.50 | EUR",
        "€ -12.50 | -12.50 | EUR",
        "+12.50 GBP | 12.50 | GBP",
        "£.50 | 0.50 | GBP",
        "'12,- €' | 12 | EUR",
        "1'234.50 | 1234.50 | -",
        "Rp. 150.000 | 150.000 | -",
        "1/2 | - | -",
        "10:30 | - | -",
        "10-12 | - | -",
        "2026-03-05 | - | -",
        "10 12 | - | -",
        "12-50 EUR | - | -",
        "12*3 | - | -",
        "5% | - | -",
        "(12.50 | - | -",
        "--12 | - | -",
        "(-12) | - | -",
        "abc | - | -",
        "'' | - | -",
        "1.2.3,4,5 | - | -",
      })
  void text_asPeopleWriteMoney_isThatNumber(String text, String number, String currency) {
    Amounts.Amount amount = Amounts.read(text);

    assertThat(amount == null ? null : amount.number().toPlainString()).isEqualTo(number);
    assertThat(amount == null ? null : amount.currency()).isEqualTo(currency);
  }
}
