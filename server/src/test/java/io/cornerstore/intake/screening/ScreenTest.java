package io.cornerstore.intake.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

  private static final long SEED = 20261101;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "note | paid with 4111 1111 1111 1111 today | paid with [card •••• 1111] today",
        "note | 4111-1111-1111-1111 | [card •••• 1111]",
        "note | 4111111111111111 | [card •••• 1111]",
        "note | visa 4111111111111111 exp 12/27 | visa [card •••• 1111] exp 12/27",
        "note | amex 3782 822463 10005 | amex [card •••• 0005]",
        "note | 2223 0031 2200 3222 | [card •••• 3222]",
        "note | 3530 1113 3330 0000 | [card •••• 0000]",
        "note | 6200 0000 0000 0005 | [card •••• 0005]",
        "note | card ４１１１１１１１１１１１１１１１ | card [card •••• 1111]",
        "customer_name | Jo 5555 5555 5555 4444 | Jo [card •••• 4444]",
        "phone_note | order 12 4111 1111 1111 1111 | order 12 [card •••• 1111]",
        "note | my ssn is 536-90-4399 | my ssn is [national id removed]",
        "note | 536-90-4399 | [national id removed]",
        "ssn | 536904399 | [national id removed]",
        "nik | 3174051507850002 | [national id removed]",
        "note | KTP 3174055507850002 | KTP [national id removed]",
        "note | NI number AB 12 34 56 C | NI number [national id removed]",
        "note | CPF 529.982.247-25 | CPF [national id removed]",
      })
  void text_withSomethingForbidden_isMasked(String field, String text, String masked) {
    Screened screened = Screen.of(field, FieldType.TEXT).screen(text);

    assertThat(screened).isNotNull();
    assertThat(screened.text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "note | call +44 20 7946 0958 after 17:30",
        "note | 1285000000000",
        "note | 2010-12-01 08:26:00",
        "note | 2.3500000000000001E-3",
        "order_no | 4012888888881881",
        "order_no | 536-90-4399",
        "tracking | 4012 8888 8888 1881",
        "imei | 378282246310005",
        "ean | 4006381333931",
        "note | order 123-45-6789",
        "note | 000-12-3456 and 666-12-3456 and 123-00-4567",
        "note | 078-05-1120",
        "description | SET OF 3 CAKE TINS 12 x 24 cm",
        "note | 20240115093000123",
        "uuid | 4b9c1111-1111-1111-1111-111111111111",
      })
  void text_withLookalikes_staysAsItIs(String field, String text) {
    Screened screened = Screen.of(field, FieldType.TEXT).screen(text);

    assertThat(screened).isNull();
  }

  @Test
  void phoneColumn_withPhones_isNeverHit() {
    Random random = new Random(SEED);
    Screen screen = Screen.of("phone", FieldType.PHONE);
    for (int n = 0; n < 20_000; n++) {
      String digits = digits(random, 10 + random.nextInt(5));
      String phone =
          switch (n % 4) {
            case 0 -> "+" + digits;
            case 1 ->
                digits.substring(0, 3)
                    + "-"
                    + digits.substring(3, 6)
                    + "-"
                    + digits.substring(6, 10);
            case 2 -> "(" + digits.substring(0, 3) + ") " + digits.substring(3);
            default -> "0" + digits.substring(1, 5) + " " + digits.substring(5);
          };
      assertThat(screen.screen(phone)).as("a phone number of seed %d, no. %d", SEED, n).isNull();
    }
  }

  @Test
  void phoneColumn_withACard_isMasked() {
    assertThat(Screen.of("phone", FieldType.PHONE).screen("4111 1111 1111 1111")).isNotNull();
  }

  @Test
  void cards_ofAllNetworks_areFound() {
    Random random = new Random(SEED);
    String[] starts = {
      "4", "51", "55", "2221", "2720", "34", "37", "3528", "3589", "62", "6011", "65", "36", "2200"
    };
    int found = 0;
    int all = 20_000;
    for (int n = 0; n < all; n++) {
      String start = starts[random.nextInt(starts.length)];
      int length = start.equals("34") || start.equals("37") ? 15 : start.equals("36") ? 14 : 16;
      String card = luhn(start + digits(random, length - start.length() - 1));
      String text =
          switch (random.nextInt(5)) {
            case 0 -> card;
            case 1 -> "please charge " + grouped(card, ' ') + " as agreed";
            case 2 -> grouped(card, '-');
            case 3 -> "card no " + card + " exp 11/28";
            default -> "\"note\":\"" + card + "\"";
          };
      Screened screened = Screen.of("note", FieldType.TEXT).screen(text);
      found += screened != null && !screened.text().contains(card.substring(0, 8)) ? 1 : 0;
    }
    assertThat(found / (double) all).as("recall, seed %d", SEED).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void nationalIds_inTheirForms_areFound() {
    Random random = new Random(SEED);
    int found = 0;
    int all = 10_000;
    for (int n = 0; n < all; n++) {
      String ssn =
          "%03d-%02d-%04d"
              .formatted(1 + random.nextInt(665), 1 + random.nextInt(99), 1 + random.nextInt(9999));
      String nik =
          "%d%02d%02d%02d%02d%02d%04d"
              .formatted(
                  List.of(31, 32, 35, 51, 73).get(random.nextInt(5)),
                  1 + random.nextInt(79),
                  1 + random.nextInt(30),
                  1 + random.nextInt(28) + (random.nextBoolean() ? 40 : 0),
                  1 + random.nextInt(12),
                  random.nextInt(100),
                  1 + random.nextInt(9999));
      String text =
          switch (random.nextInt(4)) {
            case 0 -> "his social security number is " + ssn;
            case 1 -> ssn;
            case 2 -> "NIK: " + nik;
            default -> "ktp " + nik + " terlampir";
          };
      found += Screen.of("note", FieldType.TEXT).screen(text) != null ? 1 : 0;
    }
    assertThat(found / (double) all).as("recall, seed %d", SEED).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void lookalikes_ofManyKinds_areHardlyEverBlocked() {
    Random random = new Random(SEED);
    List<Supplier<String[]>> kinds =
        List.of(
            () ->
                new String[] {
                  "created", "" + (1_500_000_000_000L + random.nextInt(Integer.MAX_VALUE))
                },
            () -> new String[] {"order_no", digits(random, 16)},
            () -> new String[] {"note", "order " + digits(random, 16)},
            () -> new String[] {"barcode", "4" + digits(random, 12)},
            () -> new String[] {"imei", luhn("35" + digits(random, 12))},
            () -> new String[] {"parcel", digits(random, 14)},
            () -> new String[] {"note", "ref " + digits(random, 13)},
            () -> new String[] {"note", "total 12" + digits(random, 3) + "." + digits(random, 16)},
            () -> new String[] {"description", digits(random, 4) + " " + digits(random, 4)},
            () -> new String[] {"iccid", luhn("8944" + digits(random, 14))});
    int blocked = 0;
    int all = 50_000;
    for (int n = 0; n < all; n++) {
      String[] vector = kinds.get(n % kinds.size()).get();
      Screened screened = Screen.of(vector[0], FieldType.TEXT).screen(vector[1]);
      blocked += screened != null && blocks(screened) ? 1 : 0;
    }
    assertThat(blocked / (double) all).as("seed %d", SEED).isLessThanOrEqualTo(0.005);
  }

  @Test
  void orderNumbers_shapedLikeSocialSecurity_areNeverBlocked() {
    Random random = new Random(SEED);
    for (int n = 0; n < 20_000; n++) {
      String number = digits(random, 3) + "-" + digits(random, 2) + "-" + digits(random, 4);
      boolean named = n % 2 == 0;
      Screened screened =
          Screen.of(named ? "order_number" : "note", FieldType.TEXT)
              .screen(named ? number : "order " + number + " is late");
      assertThat(screened).as("seed %d, no. %d", SEED, n).isNull();
    }
  }

  @Test
  void bankAccount_isNotedAndKept() {
    Screened screened = Screen.of("iban", FieldType.TEXT).screen("GB29 NWBK 6016 1331 9268 19");

    assertThat(screened).isNotNull();
    assertThat(screened.text()).isEqualTo("GB29 NWBK 6016 1331 9268 19");
    assertThat(screened.findings())
        .containsExactly(new Finding(Finding.IBAN, Finding.Verdict.NOTE));
  }

  private static boolean blocks(Screened screened) {
    return screened.findings().stream()
        .anyMatch(finding -> finding.verdict() == Finding.Verdict.BLOCK);
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static String luhn(String body) {
    for (int check = 0; check < 10; check++) {
      if (CardNumbers.passesLuhn(body + check)) {
        return body + check;
      }
    }
    throw new AssertionError("one of ten digits always fits");
  }

  private static String grouped(String card, char separator) {
    int[] lengths =
        card.length() == 16
            ? new int[] {4, 4, 4, 4}
            : card.length() == 15 ? new int[] {4, 6, 5} : new int[] {4, 6, 4};
    StringBuilder grouped = new StringBuilder();
    int at = 0;
    for (int length : lengths) {
      grouped.append(grouped.isEmpty() ? "" : separator).append(card, at, at + length);
      at += length;
    }
    return grouped.toString();
  }
}
