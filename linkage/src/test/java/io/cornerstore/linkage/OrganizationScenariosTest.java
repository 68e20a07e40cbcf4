package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrganizationScenariosTest {
  private static final PostalAddress PREMISES =
      new PostalAddress("5 Station Road", "", "Kestrelton", "", "12900", "US");

  private static LinkageRecord shop(int source, String name, String phone) {
    return LinkageRecord.builder(Kind.ORGANIZATION, source)
        .organization(name)
        .phone(phone)
        .address(PREMISES)
        .build();
  }

  private static boolean link(LinkageRecord a, LinkageRecord b) {
    ResidentIndex index = new ResidentIndex();
    index.put(a);
    index.put(b);
    return index.linkAll(Constraints.none()).clusters().size() == 1;
  }

  @Test
  void legalForm_doesNotMatter() {
    assertThat(
            link(
                shop(0, "Zephyrine Cycles, Inc.", "+12025550111"),
                shop(1, "The Zephyrine Cycles Company", "+12025550111")))
        .isTrue();
  }

  @Test
  void typingError_inADistinctiveWord_links() {
    assertThat(
            link(
                shop(0, "Zephyrine Cycles", "+12025550111"),
                shop(1, "Zepyrine Cycles Ltd", "+12025550111")))
        .isTrue();
  }

  @Test
  void otherDistinctiveWords_inOneHouse_doNotLink() {
    assertThat(
            link(
                shop(0, "Zephyrine Cycles", "+12025550111"),
                shop(1, "Marrowby Bakery", "+12025550111")))
        .isFalse();
  }

  @Test
  void alikeAsAWhole_otherPlace_doesNotLink() {
    LinkageRecord other =
        LinkageRecord.builder(Kind.ORGANIZATION, 1)
            .organization("Bike Works")
            .phone("+12025550199")
            .build();
    assertThat(link(shop(0, "Bike World", "+12025550111"), other)).isFalse();
  }

  @Test
  void nameAlone_doesNotLink() {
    LinkageRecord a =
        LinkageRecord.builder(Kind.ORGANIZATION, 0).organization("Zephyrine Cycles").build();
    LinkageRecord b =
        LinkageRecord.builder(Kind.ORGANIZATION, 1).organization("Zephyrine Cycles").build();
    assertThat(link(a, b)).isFalse();
  }

  private static int guesses(LinkageRecord a, LinkageRecord b) {
    ResidentIndex index = new ResidentIndex();
    index.put(a);
    index.put(b);
    return index.linkAllTwice(Constraints.none()).best().clusters().size();
  }

  private static LinkageRecord ware(int source, String name) {
    return LinkageRecord.builder(Kind.ORGANIZATION, source).organization(name).build();
  }

  @Test
  void otherWords_sameHouseAndPhone_areNotGuessedTheSame() {
    assertThat(
            guesses(
                shop(0, "Zephyrine Cycles", "+12025550111"),
                shop(1, "Marrowby Bakery", "+12025550111")))
        .isEqualTo(2);
  }

  @Test
  void modelNumber_writtenApart_countsAsOneWord() {
    ResidentIndex index = new ResidentIndex();
    int joined = index.put(ware(0, "Zephyrine bicycle lamp - ZX104B"));
    int apart = index.put(ware(1, "Zephyrine ZX-104B lamp"));
    int other = index.put(ware(1, "Zephyrine ZX-105B lamp"));
    assertThat(index.explain(joined, apart).totalBits())
        .isGreaterThan(index.explain(joined, other).totalBits());
  }

  @Test
  void moreWordsInCommon_weighMore() {
    ResidentIndex index = new ResidentIndex();
    int whole = index.put(ware(0, "Zephyrine Marrowby Kestrelton Cycles"));
    int three = index.put(ware(1, "Zephyrine Marrowby Kestrelton Bakery"));
    int two = index.put(ware(1, "Zephyrine Marrowby Bakery Tables"));
    int one = index.put(ware(1, "Zephyrine Bakery Tables Lanterns"));
    assertThat(index.explain(whole, three).totalBits())
        .isGreaterThan(index.explain(whole, two).totalBits());
    assertThat(index.explain(whole, two).totalBits())
        .isGreaterThan(index.explain(whole, one).totalBits());
  }
}
