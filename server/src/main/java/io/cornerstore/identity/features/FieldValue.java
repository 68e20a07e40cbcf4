package io.cornerstore.identity.features;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;

/** One normalised value of a field. */
@Personal
public record FieldValue(PersonalField field, String value) {

  @Override
  public String toString() {
    return field.token() + "[•••]";
  }
}
