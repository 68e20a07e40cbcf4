package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkageModelTest {
  @Test
  void prior_text_roundTrips() {
    LinkageModel prior = LinkageModel.prior();
    LinkageModel read = LinkageModel.fromText(prior.toText());
    assertThat(read).isEqualTo(prior).hasSameHashCodeAs(prior);
    assertThat(read.version()).isEqualTo(prior.version()).hasSize(16);
    assertThat(read.linkBits()).isEqualTo(prior.linkBits());
  }

  @Test
  void trained_text_roundTripsAndLinksTheSame() {
    MadeUpPeople people = MadeUpPeople.of(300, 41);
    ResidentIndex index = new ResidentIndex();
    people.records().forEach(index::put);
    LinkageModel trained = index.train(TrainingOptions.defaults());
    LinkageModel read = LinkageModel.fromText(trained.toText());
    assertThat(read).isEqualTo(trained);
    index.use(trained);
    Partition first = index.linkAll(Constraints.none());
    index.use(read);
    assertThat(index.linkAll(Constraints.none())).isEqualTo(first);
    assertThat(index.model()).isSameAs(read);
  }

  @Test
  void trained_text_holdsNoName() {
    MadeUpPeople people = MadeUpPeople.of(200, 42);
    ResidentIndex index = new ResidentIndex();
    people.records().forEach(index::put);
    String text = index.train(TrainingOptions.defaults()).toText();
    for (LinkageRecord record : people.records().subList(0, 100)) {
      assertThat(text).doesNotContainIgnoringCase(record.familyName());
    }
  }

  @Test
  void fromText_damaged_isRefused() {
    String text = LinkageModel.prior().toText();
    assertThatThrownBy(() -> LinkageModel.fromText("")).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> LinkageModel.fromText("hello")).isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> LinkageModel.fromText(text.substring(0, text.length() / 2)))
        .isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> LinkageModel.fromText(text.replace(head(), "model 99")))
        .isInstanceOf(LinkageException.class);
    assertThatThrownBy(() -> LinkageModel.fromText(text.replaceFirst("exact 0", "exact x")))
        .isInstanceOf(LinkageException.class);
  }

  @Test
  void withThresholds_others_changeTheVersion() {
    LinkageModel other = LinkageModel.prior().withThresholds(12, 1);
    assertThat(other.linkBits()).isEqualTo(12);
    assertThat(other.reviewBits()).isEqualTo(1);
    assertThat(other.version()).isNotEqualTo(LinkageModel.prior().version());
    assertThat(other).isNotEqualTo(LinkageModel.prior());
    assertThatThrownBy(() -> other.withThresholds(1, 2)).isInstanceOf(LinkageException.class);
  }

  @Test
  void train_twiceAndWithAnyThreads_isTheSame() {
    MadeUpPeople people = MadeUpPeople.of(400, 43);
    ResidentIndex one = new ResidentIndex(1);
    ResidentIndex three = new ResidentIndex(3);
    people.records().forEach(one::put);
    people.records().forEach(three::put);
    LinkageModel model = one.train(TrainingOptions.defaults());
    assertThat(one.train(TrainingOptions.defaults())).isEqualTo(model);
    assertThat(three.train(TrainingOptions.defaults())).isEqualTo(model);
  }

  @Test
  void train_tooFewRecords_keepsThePriorWeights() {
    ResidentIndex index = new ResidentIndex();
    LinkageModel empty = index.train(TrainingOptions.defaults());
    assertThat(empty.toText()).contains("level person given-name exact");
    index.put(LinkageRecord.builder().givenName("Mary").familyName("Stone").build());
    index.use(index.train(TrainingOptions.defaults()));
    assertThat(index.linkAll(Constraints.none()).clusters()).hasSize(1);
  }

  @Test
  void parameters_ofATrainedModel_giveItBack() {
    LinkageModel trained = trained(300, 44);
    LinkageModel again = LinkageModel.of(trained.parameters());
    assertThat(again).isEqualTo(trained).hasSameHashCodeAs(trained);
    assertThat(again.parameters()).isEqualTo(trained.parameters());
    assertThat(trained.differences(again)).isEmpty();
  }

  @Test
  void differences_otherThresholdAndData_areNamed() {
    LinkageModel prior = LinkageModel.prior();
    assertThat(prior.differences(prior.withThresholds(9, 0)))
        .containsExactly("link from bits: 8.00000 → 9.00000");
    assertThat(prior.differences(trained(300, 45)))
        .anyMatch(line -> line.startsWith("person match rate: 7.00000e-06 → "))
        .anyMatch(line -> line.startsWith("person birth-date exact: +14.43 → "))
        .anyMatch(line -> line.matches("family-name frequencies: 0 gone, \\d+ new, 0 changed"));
  }

  @Test
  void of_unknownLevelOrRule_isRefused() {
    ModelParameters prior = LinkageModel.prior().parameters();
    KindParameters persons = prior.persons();
    KindParameters few =
        new KindParameters(
            .1, .1, 1, persons.comparisons().subList(1, persons.comparisons().size()));
    assertThatThrownBy(() -> LinkageModel.of(with(prior, few)))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("given-name is missing");
    assertThatThrownBy(() ->
            LinkageModel.of(
                new ModelParameters(
                    8, 0, List.of(), persons, prior.organizations(), prior.frequencies())))
        .hasMessageContaining("blocking rules");
    assertThatThrownBy(() -> new KindParameters.Level("exact", 0, .5, .5))
        .hasMessageContaining("m is 0.0");
    assertThatThrownBy(() -> new KindParameters(1, .1, 1, List.of()))
        .hasMessageContaining("matchRate");
  }

  private static ModelParameters with(ModelParameters parameters, KindParameters persons) {
    return new ModelParameters(
        parameters.linkBits(),
        parameters.reviewBits(),
        parameters.blocking(),
        persons,
        parameters.organizations(),
        parameters.frequencies());
  }

  private static LinkageModel trained(int people, int seed) {
    ResidentIndex index = new ResidentIndex();
    MadeUpPeople.of(people, seed).records().forEach(index::put);
    return index.train(TrainingOptions.defaults());
  }

  @Test
  void isOutdated_olderVersionOnly_isTrue() {
    String text = LinkageModel.prior().toText();
    assertThat(LinkageModel.isOutdated(text)).isFalse();
    assertThat(LinkageModel.isOutdated(text.replace(head(), "model 2"))).isTrue();
    assertThat(LinkageModel.isOutdated(text.replace(head(), "model 99"))).isFalse();
    assertThat(LinkageModel.isOutdated("something else")).isFalse();
  }

  private static String head() {
    return "model " + LinkageModel.FORMAT;
  }
}
