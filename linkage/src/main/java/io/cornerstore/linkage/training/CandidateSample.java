package io.cornerstore.linkage.training;

import io.cornerstore.linkage.blocking.SortedBlocks;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.function.Supplier;

/**
 * Patterns of a sample of the candidate pairs, each standing for as many as were passed over.
 *
 * <p>Which parts are taken depends on the number of records only.
 */
final class CandidateSample {
  private static final int RECORDS_PER_SAMPLE = 80_000;
  private final PatternCounts persons = new PatternCounts();
  private final PatternCounts organizations = new PatternCounts();

  CandidateSample(Store store, SortedBlocks blocks, Supplier<PairScorer> scorers) {
    int parts = blocks.parts();
    int every = Math.clamp(store.rows().size() / RECORDS_PER_SAMPLE, 1, parts);
    PatternCounts[] ofPersons = new PatternCounts[parts];
    PatternCounts[] ofOrganizations = new PatternCounts[parts];
    blocks.sample(
        every,
        () -> {
          PairScorer scorer = scorers.get();
          return part -> {
            PatternCounts own = new PatternCounts();
            PatternCounts others = new PatternCounts();
            ofPersons[part] = own;
            ofOrganizations[part] = others;
            return (a, b) -> {
              boolean organization = isOrganization(store, a);
              if (organization == isOrganization(store, b)) {
                (organization ? others : own).add(scorer.codedPattern(a, b), every);
              }
            };
          };
        });
    for (int part = 0; part < parts; part += every) {
      persons.addAll(ofPersons[part]);
      organizations.addAll(ofOrganizations[part]);
    }
  }

  private static boolean isOrganization(Store store, int handle) {
    return (store.rows().get(handle, Rows.FLAGS) & Flags.ORGANIZATION) != 0;
  }

  PatternCounts counts(boolean organization) {
    return organization ? organizations : persons;
  }
}
