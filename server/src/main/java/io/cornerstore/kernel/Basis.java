package io.cornerstore.kernel;

import java.util.Locale;

/** How a value came to be known, best first: the first rule of survivorship. */
public enum Basis {
  /** The customer said so on purpose. */
  DECLARED,
  /** Somebody checked it: a confirmed e-mail, a delivered parcel. */
  VERIFIED,
  /** It stood on a transaction. */
  OBSERVED,
  /** It was concluded from something else, or bought. */
  INFERRED;

  /** The name used in mappings and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
