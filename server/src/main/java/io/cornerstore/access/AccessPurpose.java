package io.cornerstore.access;

import java.util.regex.Pattern;

/**
 * Why personal data are read, by code. Purposes are data, not an enum: an installation may add its
 * own; these are the ones the product itself uses.
 */
public record AccessPurpose(String code) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{0,62}");

  /** Serving the customer who is here, on the phone or writing. */
  public static final AccessPurpose SERVICE = new AccessPurpose("service");

  /**
   * Writing down what a customer says: values, notes, new customers. It opens nothing to read;
   * whoever writes also names the purpose they read for.
   */
  public static final AccessPurpose COUNTER = new AccessPurpose("counter");

  /** Settling who is who. */
  public static final AccessPurpose STEWARDSHIP = new AccessPurpose("stewardship");

  /** Understanding behaviour. */
  public static final AccessPurpose ANALYSIS = new AccessPurpose("analysis");

  /** Running the system: import, resolution, index. */
  public static final AccessPurpose OPERATION = new AccessPurpose("operation");

  /** Answering privacy requests and checking what is held. */
  public static final AccessPurpose PRIVACY = new AccessPurpose("privacy");

  public AccessPurpose {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a purpose is 1 to 63 of a-z, 0-9, '.' and '-', starting with a letter");
    }
  }
}
