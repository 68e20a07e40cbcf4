package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.scoring.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything a {@link LinkageModel} holds, for writing and reading in any form. Immutable.
 *
 * @param linkBits from how many bits on two records link without a person
 * @param reviewBits from how many bits on a person should look; not above {@code linkBits}
 * @param blocking the rules by which pairs are found
 * @param persons for pairs of persons
 * @param organizations for pairs of organisations
 * @param frequencies of given names, family names and words of organisations, in this order
 */
public record ModelParameters(
    double linkBits,
    double reviewBits,
    List<Blocking> blocking,
    KindParameters persons,
    KindParameters organizations,
    List<TermFrequencies> frequencies) {
  /** Copies the lists and checks the thresholds. */
  public ModelParameters {
    if (!(reviewBits <= linkBits) || !Double.isFinite(reviewBits) || !Double.isFinite(linkBits)) {
      throw new LinkageException(
          "Review starts at %s bits, above link at %s. Maybe swap them."
              .formatted(reviewBits, linkBits));
    }
    blocking = List.copyOf(blocking);
    frequencies = List.copyOf(frequencies);
  }

  ModelParameters withFrequenciesOf(ModelParameters other, Set<String> roles) {
    List<TermFrequencies> chosen = new ArrayList<>();
    for (TermFrequencies own : frequencies) {
      for (TermFrequencies theirs : other.frequencies) {
        if (own.role().equals(theirs.role())) {
          chosen.add(roles.contains(own.role()) ? theirs : own);
        }
      }
    }
    return new ModelParameters(linkBits, reviewBits, blocking, persons, organizations, chosen);
  }

  /**
   * A rule by which pairs are found; the rules belong to the program, a model only names them.
   *
   * @param name such as {@code birth-family}
   * @param attributes what two records with a key in common agree on, so that they are no evidence
   *     about it while training
   */
  public record Blocking(String name, List<String> attributes) {
    /** Copies the list. */
    public Blocking {
      attributes = List.copyOf(attributes);
    }

    /** The rules of this version, in their order. */
    public static List<Blocking> rules() {
      List<Blocking> rules = new ArrayList<>();
      for (int i = 0; i < BlockingRule.count(); i++) {
        BlockingRule rule = BlockingRule.numbered(i);
        rules.add(
            new Blocking(
                rule.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Attribute.all().stream()
                    .filter(attribute -> (rule.mask() & attribute.mask()) != 0)
                    .map(Attribute::label)
                    .toList()));
      }
      return List.copyOf(rules);
    }
  }
}
