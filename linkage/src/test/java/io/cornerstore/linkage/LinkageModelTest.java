package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThatThrownBy(() -> LinkageModel.fromText(text.replace("model 2", "model 3")))
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
}
