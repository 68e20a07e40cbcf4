package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(300, 61);

  @Test
  void explain_everyEdge_sumsUpToItsWeight() {
    ResidentIndex index = new ResidentIndex();
    PEOPLE.records().forEach(index::put);
    index.use(index.train(TrainingOptions.defaults()));
    Partition partition = index.linkAll(Constraints.none());
    int edges = 0;
    for (Cluster cluster : partition.clusters()) {
      for (ScoredPair edge : cluster.edges()) {
        assertExplains(index, edge);
        edges++;
      }
    }
    partition.review().forEach(pair -> assertExplains(index, pair));
    assertThat(edges).isGreaterThan(100);
  }

  private static void assertExplains(ResidentIndex index, ScoredPair pair) {
    Explanation explanation = index.explain(pair.b(), pair.a());
    double sum = explanation.priorBits();
    for (Explanation.Step step : explanation.steps()) {
      sum += step.bits() + step.rarityBits();
    }
    assertThat(explanation.totalBits()).isEqualTo(sum);
    assertThat(explanation.totalBits()).isCloseTo(pair.bits(), within(1e-9));
    assertThat(explanation.probability()).isCloseTo(pair.probability(), within(1e-9));
  }

  @Test
  void explain_anyPair_holdsNoPersonalValue() {
    ResidentIndex index = new ResidentIndex();
    PEOPLE.records().forEach(index::put);
    for (int i = 1; i < 50; i++) {
      String text = index.explain(0, i).toString();
      LinkageRecord record = PEOPLE.records().get(i);
      assertThat(text).doesNotContainIgnoringCase(record.familyName());
      record.emails().forEach(email -> assertThat(text).doesNotContain(email));
    }
  }

  @Test
  void explain_homeInCommon_isACorrection() {
    ResidentIndex index = new ResidentIndex();
    PostalAddress home = new PostalAddress("4 Elm Lane", "", "Tidewell", "", "17001", "US");
    for (String given : new String[] {"Mary", "Robert"}) {
      index.put(
          LinkageRecord.builder()
              .givenName(given)
              .familyName("Stonebridge")
              .phone("+12025550142")
              .address(home)
              .build());
    }
    Explanation explanation = index.explain(0, 1);
    assertThat(explanation.steps().getLast().attribute()).isEqualTo("home");
    assertThat(explanation.steps().getLast().bits()).isLessThan(-10);
    assertThat(explanation.totalBits()).isNegative();
  }

  @Test
  void explain_missingValues_haveNoStep() {
    ResidentIndex index = new ResidentIndex();
    index.put(LinkageRecord.builder().givenName("Mary").familyName("Stone").build());
    index.put(LinkageRecord.builder().givenName("Mary").familyName("Stone").sex("F").build());
    assertThat(index.explain(0, 1).steps())
        .extracting(Explanation.Step::attribute)
        .contains("given-name", "family-name")
        .doesNotContain("sex", "email", "phone", "address", "birth-date");
  }

  @Test
  void explain_differentKinds_isRefused() {
    ResidentIndex index = new ResidentIndex();
    index.put(LinkageRecord.builder().givenName("Mary").build());
    index.put(LinkageRecord.builder(Kind.ORGANIZATION, 0).organization("Mary").build());
    assertThatThrownBy(() -> index.explain(0, 1)).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> index.explain(0, 0)).isInstanceOf(LinkageException.class);
  }
}
