package io.cornerstore.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An exact amount in the minor units of an ISO 4217 currency ({@code 1999 EUR} is 19.99 euro). */
public record Money(long minorUnits, String currency) {

  public Money {
    Currency.getInstance(currency);
  }

  /**
   * The amount rounded half-even to the digits of its currency; throws ArithmeticException beyond
   * 18 digits.
   */
  public static Money of(BigDecimal amount, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return new Money(
        amount.setScale(digits, RoundingMode.HALF_EVEN).unscaledValue().longValueExact(), currency);
  }

  /** The amount as a decimal number in major units. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(
        minorUnits, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
  }

  /** The sum; both must have the same currency. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /** The same amount with the opposite sign. */
  public Money negated() {
    return new Money(Math.negateExact(minorUnits), currency);
  }
}
