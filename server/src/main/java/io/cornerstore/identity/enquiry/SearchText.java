package io.cornerstore.identity.enquiry;

import io.cornerstore.intake.LookupField;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Personal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody typed into the search box, and what it may be. */
@Personal
record SearchText(String text) {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern PHONE_FORM = Pattern.compile("\\+?[0-9 ()./-]+");
  private static final Pattern CODE_FORM = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._/#-]{1,63}");
  private static final Pattern POSTCODE_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{2,9}");
  private static final int PHONE_DIGITS = 6;

  static SearchText of(String typed) {
    return new SearchText(typed.strip());
  }

  Optional<CustomerId> customerId() {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(CustomerId.parse(text))
        : Optional.empty();
  }

  /** What to look up exactly, the most telling first. */
  Set<LookupField> lookups() {
    Set<LookupField> fields = EnumSet.noneOf(LookupField.class);
    long digits = text.chars().filter(Character::isDigit).count();
    if (text.indexOf('@') > 0) {
      fields.add(LookupField.EMAIL);
    }
    if (digits >= PHONE_DIGITS && PHONE_FORM.matcher(text).matches()) {
      fields.add(LookupField.PHONE);
    }
    if (digits > 0 && CODE_FORM.matcher(text).matches()) {
      fields.add(LookupField.ORDER);
      fields.add(LookupField.LOYALTY_CARD);
      fields.add(LookupField.SUBJECT_KEY);
    }
    if (digits > 0 && POSTCODE_FORM.matcher(text).matches()) {
      fields.add(LookupField.POSTAL_CODE);
    }
    return fields;
  }

  /** Whether it may be words of a name or address, or a part of a phone number. */
  boolean isForIndex() {
    long digits = text.chars().filter(Character::isDigit).count();
    return digits >= 4 || text.chars().filter(Character::isLetter).count() >= 2;
  }

  @Override
  public String toString() {
    return "SearchText[•••]";
  }
}
