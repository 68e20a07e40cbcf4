package io.cornerstore.sampletown;

/**
 * A person or organization as one source has it: gaps are empty texts, errors are in it.
 *
 * @param born ISO date
 * @param sex {@code F}, {@code M} or empty
 * @param phone ten digits
 */
record Appearance(
    String given,
    String middle,
    String family,
    String suffix,
    String born,
    String sex,
    String email,
    String phone,
    Dwelling address,
    String company) {

  static final Dwelling NOWHERE = new Dwelling("", "", "", "", "");

  /** The whole name on one line. */
  String fullName() {
    StringBuilder name = new StringBuilder(given);
    for (String part : new String[] {middle, family, suffix}) {
      if (!part.isEmpty()) {
        name.append(name.isEmpty() ? "" : " ").append(part);
      }
    }
    return name.toString();
  }

  Appearance withAddress(Dwelling other) {
    return new Appearance(given, middle, family, suffix, born, sex, email, phone, other, company);
  }

  Appearance withWork(String workEmail, String workPhone, String employer) {
    return new Appearance(
        given, middle, family, suffix, born, sex, workEmail, workPhone, address, employer);
  }

  @Override
  public String toString() {
    return "Appearance[•••]";
  }
}
