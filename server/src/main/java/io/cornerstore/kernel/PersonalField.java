package io.cornerstore.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * A field of a person or organization, named by its HTML autocomplete token (WHATWG HTML, autofill
 * detail tokens); the last two are our own additions. The order is stored as a bit: append only, at
 * most 32.
 */
public enum PersonalField {
  HONORIFIC_PREFIX("honorific-prefix"),
  NAME("name"),
  GIVEN_NAME("given-name"),
  ADDITIONAL_NAME("additional-name"),
  FAMILY_NAME("family-name"),
  HONORIFIC_SUFFIX("honorific-suffix"),
  NICKNAME("nickname"),
  BIRTH_DATE("bday"),
  SEX("sex"),
  EMAIL("email"),
  PHONE("tel"),
  ORGANIZATION("organization"),
  ORGANIZATION_TITLE("organization-title"),
  STREET_ADDRESS("street-address"),
  ADDRESS_LINE2("address-line2"),
  LOCALITY("address-level2"),
  REGION("address-level1"),
  POSTAL_CODE("postal-code"),
  COUNTRY("country"),
  LANGUAGE("language"),
  LOYALTY_CARD("loyalty-card"),
  EXTERNAL_ID("external-id");

  private final String token;

  PersonalField(String token) {
    this.token = token;
  }

  /** The token used in mappings, the API and forms. */
  public String token() {
    return token;
  }

  /** The field of that token, if there is one. */
  public static Optional<PersonalField> findByToken(String token) {
    return Arrays.stream(values()).filter(field -> field.token.equals(token)).findFirst();
  }
}
