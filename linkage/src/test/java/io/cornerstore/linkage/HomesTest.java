package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HomesTest {
  private final ResidentIndex index = new ResidentIndex();

  private int put(String given, String family, String street, String unit) {
    return index.put(
        LinkageRecord.builder()
            .givenName(given)
            .familyName(family)
            .address(new PostalAddress(street, unit, "Tidewell", "", "17001", "US"))
            .build());
  }

  @Test
  void homes_oneAddress_isAHousehold() {
    int mary = put("Mary", "Stone", "4 Elm Lane", "");
    int robert = put("Robert", "Stone", "4 Elm Ln", "");
    int other = put("Karen", "Field", "6 Elm Lane", "");
    Homes homes = index.homes();
    assertThat(homes.households()).hasSize(1);
    assertThat(homes.homeOf(robert)).containsExactly(mary, robert);
    assertThat(homes.homeOf(other)).containsExactly(other);
    assertThat(homes.homeOf(999)).containsExactly(999);
  }

  @Test
  void homes_otherFlat_isAnotherHousehold() {
    put("Mary", "Stone", "4 Elm Lane", "1");
    put("Karen", "Field", "4 Elm Lane", "2");
    assertThat(index.homes().households()).isEmpty();
  }

  @Test
  void homes_largeHouse_needsTheFamilyName() {
    for (int i = 0; i < 12; i++) {
      put("Given" + i, i < 3 ? "Stone" : "Family" + (char) ('a' + i), "1 Tower Road", "");
    }
    Homes homes = index.homes();
    assertThat(homes.households()).hasSize(1);
    assertThat(homes.homeOf(0)).containsExactly(0, 1, 2);
  }

  @Test
  void homes_organizations_standApart() {
    int mary = put("Mary", "Stone", "4 Elm Lane", "");
    index.put(
        LinkageRecord.builder(Kind.ORGANIZATION, 0)
            .organization("Elm Bakery")
            .address(new PostalAddress("4 Elm Lane", "", "Tidewell", "", "17001", "US"))
            .build());
    assertThat(index.homes().homeOf(mary)).containsExactly(mary);
  }

  @Test
  void homes_streetWithoutNumber_isNoHome() {
    put("Mary", "Stone", "Elm Lane", "");
    put("Robert", "Stone", "Elm Lane", "");
    assertThat(index.homes().households()).isEmpty();
  }
}
