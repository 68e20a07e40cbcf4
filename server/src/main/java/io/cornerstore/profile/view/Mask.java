package io.cornerstore.profile.view;

import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.ShownValue;

/**
 * What a purpose leaves to be seen. Free text, order and tracking numbers and extra columns can
 * name a person, so they are open only where the name is.
 *
 * @param opens the fields that the purpose opens
 */
public record Mask(FieldSet opens) {

  private static final String DOTS = "••••";

  /** The value, or dots that say nothing about it. */
  public ShownValue show(PersonalField field, String value) {
    return opens.has(field) ? ShownValue.open(value) : ShownValue.masked(DOTS);
  }

  /** Free text, or dots. */
  public ShownValue showText(String value) {
    return opensText() ? ShownValue.open(value) : ShownValue.masked(DOTS);
  }

  /** Whether free text, numbers and extra columns are open. */
  public boolean opensText() {
    return opens.has(PersonalField.FAMILY_NAME) && opens.has(PersonalField.NAME);
  }

  /** First letter and domain, for lists; dots when the purpose does not open e-mails. */
  ShownValue hintOfEmail(String email) {
    int at = email.lastIndexOf('@');
    if (!opens.has(PersonalField.EMAIL) || at < 1) {
      return ShownValue.masked(DOTS);
    }
    return ShownValue.masked(
        new StringBuilder()
            .appendCodePoint(email.codePointAt(0))
            .append("•••")
            .append(email, at, email.length())
            .toString());
  }

  /** The last two digits, for lists; dots when the purpose does not open phones. */
  ShownValue hintOfPhone(String phone) {
    if (!opens.has(PersonalField.PHONE) || phone.length() < 6) {
      return ShownValue.masked(DOTS);
    }
    return ShownValue.masked("•••• " + phone.substring(phone.length() - 2));
  }
}
