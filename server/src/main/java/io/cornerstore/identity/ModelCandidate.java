package io.cornerstore.identity;

import io.cornerstore.linkage.LinkageModel;
import java.util.Set;

/** Another way to link, to be tried before it is used. */
public sealed interface ModelCandidate {

  /**
   * The model in use with other thresholds.
   *
   * @param linkBits from how many bits on two records link without a person
   * @param reviewBits from how many bits on a person should look; not above {@code linkBits}
   */
  record Thresholds(double linkBits, double reviewBits) implements ModelCandidate {}

  /** A model that was in use before, by its number. */
  record Kept(long number) implements ModelCandidate {}

  /** A model trained anew on all records held now, with the thresholds in use. */
  record Trained() implements ModelCandidate {}

  /**
   * A model from elsewhere.
   *
   * @param counted for which roles the frequencies of values are counted in the records held now,
   *     since the model brings none of its own
   */
  record Given(LinkageModel model, Set<String> counted) implements ModelCandidate {
    public Given {
      counted = Set.copyOf(counted);
    }
  }
}
