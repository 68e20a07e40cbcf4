package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileInputTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void nothing_linksToNothing() {
    ResidentIndex index = new ResidentIndex();
    assertThat(index.linkAll(Constraints.none()).clusters()).isEmpty();
    assertThat(index.homes().households()).isEmpty();
    assertThat(index.relink(new int[0], Constraints.none()).clusters()).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void emptyRecords_stayAlone() {
    ResidentIndex index = new ResidentIndex();
    for (int i = 0; i < 500; i++) {
      index.put(LinkageRecord.builder(i % 2 == 0 ? Kind.PERSON : Kind.ORGANIZATION, 0).build());
    }
    index.use(index.train(TrainingOptions.defaults()));
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(500);
  }

  @Test
  void hundredThousandEqualRecords_areBounded() {
    ResidentIndex index = new ResidentIndex();
    LinkageRecord record =
        LinkageRecord.builder()
            .givenName("Mary")
            .familyName("Stone")
            .birthDate(new PartialDate(1980, 5, 17))
            .email("mary@example.org")
            .phone("+12025550123")
            .address(new PostalAddress("4 Elm Lane", "", "Tidewell", "", "17001", "US"))
            .strongId("card", "4711")
            .build();
    Assertions.assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (int i = 0; i < 100_000; i++) {
            index.put(record);
          }
          index.use(index.train(TrainingOptions.defaults()));
          Partition partition = index.linkAll(Constraints.none());
          assertThat(partition.clusters()).isNotEmpty();
          index.relink(new int[] {5}, Constraints.none());
          index.search(SearchQuery.text("mary stone"), 5);
          index.homes();
        });
  }

  @Test
  void fewEqualRecords_areOneCluster() {
    ResidentIndex index = new ResidentIndex();
    for (int i = 0; i < 60; i++) {
      index.put(
          LinkageRecord.builder(Kind.PERSON, i % 4)
              .givenName("Mary")
              .familyName("Stone")
              .birthDate(new PartialDate(1980, 5, 17))
              .email("mary@example.org")
              .build());
    }
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(1);
  }

  @Test
  void megabyteFields_areCut() {
    String huge = "é x1@".repeat(1 << 18);
    ResidentIndex index = new ResidentIndex();
    for (int i = 0; i < 4; i++) {
      LinkageRecord.Builder record =
          LinkageRecord.builder(i % 2 == 0 ? Kind.PERSON : Kind.ORGANIZATION, i)
              .givenName(huge)
              .additionalName(huge)
              .familyName(huge)
              .nameSuffix(huge)
              .organization(huge)
              .sex(huge)
              .strongId(huge, huge)
              .address(new PostalAddress(huge, huge, huge, huge, huge, huge));
      for (int j = 0; j < 40; j++) {
        record.email(j + huge).phone(j + "2025550123" + huge);
      }
      index.put(record.build());
    }
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSizeBetween(1, 4);
    index.search(SearchQuery.text(huge), 3);
    index.remove(0);
    index.remove(1);
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void strangeCharacters_doNoHarm() {
    String[] strange = {
      "\u0000",
      "\uD800",
      "\uFFFF",
      "👩‍👩‍👧",
      "  ",
      "'",
      "-",
      "ﷺ",
      "ᚠᛇᚻ",
      "\u202Eabc",
      "a\u0301\u0301"
    };
    ResidentIndex index = new ResidentIndex();
    for (String given : strange) {
      for (String family : strange) {
        index.put(
            LinkageRecord.builder()
                .givenName(given)
                .familyName(family)
                .email(given + "@" + family)
                .phone(family)
                .organization(family)
                .strongId(given, family)
                .address(new PostalAddress(given, family, given, family, given, family))
                .build());
      }
    }
    index.use(index.train(TrainingOptions.defaults()));
    assertThat(index.linkAll(Constraints.none()).clusters()).isNotEmpty();
    for (String text : strange) {
      index.search(SearchQuery.text(text), 3);
    }
  }

  @Test
  void manyValues_areLimited() {
    LinkageRecord.Builder record = LinkageRecord.builder().givenName("Mary").familyName("Stone");
    for (int i = 0; i < 1_000; i++) {
      record
          .email("mary" + i + "@example.org")
          .phone("+1202555" + (1000 + i))
          .strongId("card", "c" + i)
          .address(new PostalAddress(i + " Elm Lane", "", "Tidewell", "", "17001", "US"));
    }
    ResidentIndex index = new ResidentIndex();
    index.put(record.build());
    index.put(record.source(1).build());
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(1);
    index.remove(0);
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(1);
  }
}
