package io.cornerstore.kernel;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * A set of personal fields as 32 bits, bit {@code field.ordinal()}: what is stored beside a sealed
 * value.
 */
public record FieldSet(int bits) {

  /** No field. */
  public static final FieldSet NONE = new FieldSet(0);

  /** Exactly these fields. */
  public static FieldSet of(Collection<PersonalField> fields) {
    int bits = 0;
    for (PersonalField field : fields) {
      bits |= 1 << field.ordinal();
    }
    return new FieldSet(bits);
  }

  /** Whether the field is in the set. */
  public boolean has(PersonalField field) {
    return (bits & (1 << field.ordinal())) != 0;
  }

  /** The fields, in their order. */
  public Set<PersonalField> fields() {
    Set<PersonalField> fields = EnumSet.noneOf(PersonalField.class);
    for (PersonalField field : PersonalField.values()) {
      if (has(field)) {
        fields.add(field);
      }
    }
    return fields;
  }
}
