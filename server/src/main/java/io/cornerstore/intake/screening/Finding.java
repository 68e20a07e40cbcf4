package io.cornerstore.intake.screening;

/**
 * Something in a text that may not be kept.
 *
 * @param kind {@code card}, {@code national-id} or {@code iban}
 */
public record Finding(String kind, Verdict verdict) {

  /** A payment card number. */
  public static final String CARD = "card";

  /** A number a state gave a person. */
  public static final String NATIONAL_ID = "national-id";

  /** A bank account: kept, since refunds need it, but known of. */
  public static final String IBAN = "iban";

  /** What is done with it. */
  public enum Verdict {
    /** Certain enough: masked. */
    BLOCK,
    /** Doubtful: masked, and a person is asked. */
    ASK,
    /** Kept and counted. */
    NOTE
  }
}
