package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final ResidentIndex index = new ResidentIndex();
  private int john;
  private int jane;
  private int budi;
  private int shop;

  @BeforeEach
  void fill() {
    john = put("John", "Smith", "Bandung", "40115", "+12025550123", "john.smith@example.org");
    jane = put("Jane", "Smithson", "Tidewell", "17001", "+12025550177", "jane@example.com");
    budi = put("Budi", "Santoso", "Bandung", "40116", "+62215550188", "budi@example.net");
    shop =
        index.put(
            LinkageRecord.builder(Kind.ORGANIZATION, 0).organization("Zephyrine Cycles").build());
    MadeUpPeople.of(100, 71).records().forEach(index::put);
  }

  private int put(
      String given, String family, String town, String code, String phone, String mail) {
    return index.put(
        LinkageRecord.builder()
            .givenName(given)
            .familyName(family)
            .birthDate(new PartialDate(1980, 5, 17))
            .address(new PostalAddress("1 Oak Street", "", town, "", code, ""))
            .phone(phone)
            .email(mail)
            .build());
  }

  private int first(String text) {
    List<Hit> hits = index.search(SearchQuery.text(text), 10);
    return hits.isEmpty() ? -1 : hits.getFirst().handle();
  }

  @Test
  void search_fullName_isFirst() {
    assertThat(first("john smith")).isEqualTo(john);
    assertThat(first("Smith, John")).isEqualTo(john);
    assertThat(index.search(SearchQuery.text("John Smith"), 5).getFirst().score()).isEqualTo(1);
  }

  @Test
  void search_typosAndNicknames_areTolerated() {
    assertThat(first("jon smth")).isEqualTo(john);
    assertThat(first("johnny smitth")).isEqualTo(john);
    assertThat(first("boedi santosa")).isEqualTo(budi);
  }

  @Test
  void search_partOfTheName_isFound() {
    assertThat(first("smiths")).isEqualTo(jane);
    assertThat(first("zephyr")).isEqualTo(shop);
    assertThat(first("santo budi")).isEqualTo(budi);
  }

  @Test
  void search_nameAndTown_prefersTheTown() {
    assertThat(first("smith bandung")).isEqualTo(john);
    assertThat(first("smith tidewell")).isEqualTo(jane);
  }

  @Test
  void search_partOfThePhone_isFound() {
    assertThat(first("55501 23")).isEqualTo(john);
    assertThat(first("0177")).isEqualTo(jane);
    assertThat(first("+62 21 5550 188")).isEqualTo(budi);
  }

  @Test
  void search_email_isExact() {
    assertThat(first("JOHN.SMITH@example.org")).isEqualTo(john);
    assertThat(first("nobody@example.org")).isEqualTo(-1);
  }

  @Test
  void search_typedFields_areAllLookedUp() {
    assertThat(best(SearchQuery.fields().withName("john", "smith"))).isEqualTo(john);
    assertThat(best(SearchQuery.fields().withName("", "santoso").withPlace("bandung", "40116")))
        .isEqualTo(budi);
    assertThat(best(SearchQuery.fields().withOrganization("zephyrine"))).isEqualTo(shop);
    assertThat(best(SearchQuery.fields().withContact("jane@example.com", ""))).isEqualTo(jane);
    assertThat(best(SearchQuery.fields().withContact("", "5550188"))).isEqualTo(budi);
    assertThat(
            best(
                SearchQuery.fields()
                    .withName("john", "")
                    .withBirthDate(new PartialDate(1980, 5, 0))))
        .isEqualTo(john);
  }

  private int best(SearchQuery query) {
    return index.search(query, 3).getFirst().handle();
  }

  @Test
  void search_nothingAsked_findsNothing() {
    assertThat(index.search(SearchQuery.text(""), 5)).isEmpty();
    assertThat(index.search(SearchQuery.text(" ,;- "), 5)).isEmpty();
    assertThat(index.search(SearchQuery.fields(), 5)).isEmpty();
  }

  @Test
  void search_limit_isKeptAndScoresFall() {
    List<Hit> hits = index.search(SearchQuery.text("mary"), 4);
    assertThat(hits).hasSizeLessThanOrEqualTo(4);
    for (int i = 1; i < hits.size(); i++) {
      assertThat(hits.get(i).score()).isLessThanOrEqualTo(hits.get(i - 1).score());
    }
  }

  @Test
  void search_removedAndReplaced_followsTheRecords() {
    index.remove(john);
    assertThat(first("john smith")).isNotEqualTo(john);
    index.replace(jane, LinkageRecord.builder().givenName("Quirina").familyName("Voss").build());
    assertThat(first("quirina voss")).isEqualTo(jane);
    assertThat(first("jane@example.com")).isEqualTo(-1);
  }

  @Test
  void search_hostileText_isBounded() {
    assertThat(index.search(SearchQuery.text("a ".repeat(100_000)), 5)).hasSizeLessThanOrEqualTo(5);
    assertThat(index.search(SearchQuery.text("9".repeat(100_000)), 5)).isEmpty();
    assertThat(index.search(SearchQuery.text("\u0000\uFFFF@"), 5)).isEmpty();
  }
}
