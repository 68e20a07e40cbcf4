package io.cornerstore.identity.features;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;

/** A person's name in parts; an empty part is unknown. */
@Personal
record NameParts(String given, String additional, String family, String suffix) {

  /** The name a contribution gives; a name in one piece is taken apart. */
  static NameParts of(Contribution contribution) {
    NameParts parts =
        new NameParts(
            contribution.first(PersonalField.GIVEN_NAME),
            contribution.first(PersonalField.ADDITIONAL_NAME),
            contribution.first(PersonalField.FAMILY_NAME),
            contribution.first(PersonalField.HONORIFIC_SUFFIX));
    return parts.given.isEmpty() && parts.family.isEmpty()
        ? apart(contribution.first(PersonalField.NAME), parts.suffix)
        : parts;
  }

  boolean isEmpty() {
    return given.isEmpty() && family.isEmpty();
  }

  /* "Family, Given Middle", or "Given Middle Family"; a single word is a given name. */
  private static NameParts apart(String whole, String suffix) {
    String name = whole.strip();
    int comma = name.indexOf(',');
    if (comma > 0) {
      String rest = name.substring(comma + 1).strip();
      int space = rest.indexOf(' ');
      return new NameParts(
          space < 0 ? rest : rest.substring(0, space),
          space < 0 ? "" : rest.substring(space + 1).strip(),
          name.substring(0, comma).strip(),
          suffix);
    }
    int first = name.indexOf(' ');
    int last = name.lastIndexOf(' ');
    if (first < 0) {
      return new NameParts(name, "", "", suffix);
    }
    String middle = first == last ? "" : name.substring(first + 1, last).strip();
    return new NameParts(name.substring(0, first), middle, name.substring(last + 1), suffix);
  }

  @Override
  public String toString() {
    return "NameParts[•••]";
  }
}
