package io.cornerstore.intake;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;

/**
 * One value of a person as a source gave it.
 *
 * @param value the normalised form: e-mail in lower case, phone in E.164, country as ISO 3166-1
 *     alpha-2, birth date as ISO 8601 ({@code 1980-05-17}, {@code 1980}), names trimmed
 * @param asReceived the text before normalisation, after screening
 */
@Personal
public record PersonalValue(PersonalField field, String value, String asReceived, Quality quality) {

  @Override
  public String toString() {
    return field.token() + "[•••]";
  }
}
