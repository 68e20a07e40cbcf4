package io.cornerstore.linkage;

import org.jspecify.annotations.Nullable;

/**
 * What to look for: free text, or typed fields; an empty field asks nothing.
 *
 * @param text words in any order: parts of names, a town, an e-mail address, four or more digits of
 *     a phone number
 * @param givenName first name, spelled more or less right
 * @param familyName last name, spelled more or less right
 * @param organization name of an organisation
 * @param email e-mail address
 * @param phone phone number, or at least four digits in a row of it
 * @param locality town
 * @param postalCode postal code
 * @param birthDate date of birth, or null
 */
public record SearchQuery(
    String text,
    String givenName,
    String familyName,
    String organization,
    String email,
    String phone,
    String locality,
    String postalCode,
    @Nullable PartialDate birthDate) {

  private static final SearchQuery NOTHING = new SearchQuery("", "", "", "", "", "", "", "", null);

  /** A query of free text. */
  public static SearchQuery text(String text) {
    return new SearchQuery(text, "", "", "", "", "", "", "", null);
  }

  /** A query that asks nothing yet, to be narrowed by the {@code with} methods. */
  public static SearchQuery fields() {
    return NOTHING;
  }

  /** With a first and a last name; either may be empty. */
  public SearchQuery withName(String given, String family) {
    return new SearchQuery(
        text, given, family, organization, email, phone, locality, postalCode, birthDate);
  }

  /** With the name of an organisation. */
  public SearchQuery withOrganization(String value) {
    return new SearchQuery(
        text, givenName, familyName, value, email, phone, locality, postalCode, birthDate);
  }

  /** With an e-mail address and a phone number; either may be empty. */
  public SearchQuery withContact(String mail, String number) {
    return new SearchQuery(
        text, givenName, familyName, organization, mail, number, locality, postalCode, birthDate);
  }

  /** With a town and a postal code; either may be empty. */
  public SearchQuery withPlace(String town, String code) {
    return new SearchQuery(
        text, givenName, familyName, organization, email, phone, town, code, birthDate);
  }

  /** With a date of birth, of which parts may be unknown. */
  public SearchQuery withBirthDate(@Nullable PartialDate value) {
    return new SearchQuery(
        text, givenName, familyName, organization, email, phone, locality, postalCode, value);
  }

  /** Hides the values. */
  @Override
  public String toString() {
    return "SearchQuery[•••]";
  }
}
