package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of which nothing is known but that they are texts. */
class OtherColumnsTest {
  private static LinkageRecord mary(int source, String... others) {
    return LinkageRecord.builder(Kind.PERSON, source)
        .givenName("Mary")
        .familyName("Oakwood")
        .others(List.of(others))
        .build();
  }

  private static Explanation explain(LinkageRecord a, LinkageRecord b) {
    ResidentIndex index = new ResidentIndex(1);
    return index.explain(index.put(a), index.put(b));
  }

  private static String level(LinkageRecord a, LinkageRecord b) {
    return explain(a, b).steps().stream()
        .filter(step -> step.attribute().equals("other-columns"))
        .map(Explanation.Step::level)
        .findFirst()
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource({
    "baker|Utrecht, baker|utrecht, all-same",
    "baker|, BAKER|, one-same",
    "baker|Utrecht, baker|, one-same",
    "baker|Utrecht, |utrecht, one-same",
    "carpenter|, carpentar|, alike",
    "carpenter|Utrecht, carpentar|Utrecht, alike",
    "baker|Utrecht|blue, baker|Utrecht|red, most-same",
    "baker|Utrecht, baker|Delft, some-same",
    "baker|Utrecht, smith|Delft, different",
    "baker|, |Delft, -",
    "|, |, -"
  })
  void level_examples_areAsExpected(String a, String b, String level) {
    LinkageRecord one = mary(0, a.split("\\|", -1));
    LinkageRecord other = mary(1, b.split("\\|", -1));
    assertThat(level(one, other)).isEqualTo(level);
    assertThat(level(other, one)).isEqualTo(level);
  }

  @Test
  void weight_ofTheSameColumns_isMoreThanOfOthers() {
    double same = explain(mary(0, "baker"), mary(1, "baker")).totalBits();
    double unknown = explain(mary(0, ""), mary(1, "baker")).totalBits();
    double different = explain(mary(0, "smith"), mary(1, "baker")).totalBits();
    assertThat(same).isGreaterThan(unknown);
    assertThat(different).isLessThan(unknown);
  }

  /* Two persons of each name, in two sources, whom only their trade tells apart. */
  private static List<LinkageRecord> namesakes(boolean withTrade) {
    Random random = new Random(5);
    String[] families = {"Oakwood", "Stiller", "Brandt", "Cramer", "Dupont", "Ferrari", "Gupta"};
    List<LinkageRecord> records = new ArrayList<>();
    for (int person = 0; person < 280; person++) {
      String trade = MadeUpPeople.GIVEN[20 + random.nextInt(50)];
      for (int source = 0; source < 2; source++) {
        LinkageRecord.Builder record =
            LinkageRecord.builder(Kind.PERSON, source)
                .givenName(MadeUpPeople.GIVEN[person % 20])
                .familyName(families[person / 20 % 7]);
        records.add(withTrade ? record.others(List.of(trade)).build() : record.build());
      }
    }
    return records;
  }

  /* Pairs of the best guess that are one person, and that are not. */
  private static int[] guess(List<LinkageRecord> records) {
    ResidentIndex index = new ResidentIndex();
    records.forEach(index::put);
    index.use(index.train(TrainingOptions.defaults()));
    int[] pairs = new int[2];
    for (Cluster cluster : index.linkAllTwice(Constraints.none()).best().clusters()) {
      int[] members = cluster.members();
      for (int i = 0; i < members.length; i++) {
        for (int j = 0; j < i; j++) {
          pairs[members[i] / 2 == members[j] / 2 ? 0 : 1]++;
        }
      }
    }
    return pairs;
  }

  @Test
  void training_columnThatTellsNamesakesApart_partsThem() {
    int[] without = guess(namesakes(false));
    int[] with = guess(namesakes(true));
    double precisionWithout = (double) without[0] / Math.max(1, without[0] + without[1]);
    double precisionWith = (double) with[0] / Math.max(1, with[0] + with[1]);
    assertThat(with[0]).isGreaterThan(250);
    assertThat(precisionWith).isGreaterThan(.9).isGreaterThan(precisionWithout);
  }

  @Test
  void record_withTooManyColumns_isRefused() {
    assertThatThrownBy(() -> mary(0, "a", "b", "c", "d", "e"))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("more than 4");
  }
}
