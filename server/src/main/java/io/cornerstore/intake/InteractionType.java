package io.cornerstore.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happened between a customer and the business. The order is stored: append only. */
public enum InteractionType {
  PURCHASE,
  RETURN,
  CANCELLATION,
  VISIT,
  CALL,
  DELIVERY,
  POINTS,
  FORM,
  DECLARATION,
  CONSENT,
  /** A correction of stock or books that is no act of the customer. */
  ADJUSTMENT,
  OTHER,
  /** What a member of staff wrote down about the customer: no act of the customer either. */
  NOTE;

  /** Whether the customer did it, so that it counts as behaviour. */
  public boolean isAct() {
    return this != ADJUSTMENT && this != NOTE;
  }

  /** The name used in mappings and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that code, if there is one. */
  public static Optional<InteractionType> findByCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
