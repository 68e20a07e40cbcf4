package io.cornerstore.sampletown;

/** One address; {@code unit} is empty for a house. */
record Dwelling(String street, String unit, String city, String state, String postcode) {

  @Override
  public String toString() {
    return "Dwelling[•••]";
  }
}
