package io.cornerstore.linkage;

/**
 * A postal address in parts; an empty part is unknown.
 *
 * @param street street with house number, in the order of the country
 * @param unit flat, floor, suite
 * @param locality town or city
 * @param region state or province
 * @param postalCode postal code as written in the country
 * @param country ISO 3166-1 alpha-2 code
 */
public record PostalAddress(
    String street, String unit, String locality, String region, String postalCode, String country) {

  /** Hides the value. */
  @Override
  public String toString() {
    return "PostalAddress[•••]";
  }
}
