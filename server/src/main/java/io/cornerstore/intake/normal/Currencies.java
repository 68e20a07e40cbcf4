package io.cornerstore.intake.normal;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** ISO 4217 codes. */
public final class Currencies {

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  /** Whether this is a code, in upper case. */
  public static boolean isCode(String code) {
    return CODES.contains(code);
  }
}
