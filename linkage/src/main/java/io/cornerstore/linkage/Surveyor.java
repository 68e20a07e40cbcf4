package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.blocking.CommonRules;
import io.cornerstore.linkage.blocking.SortedBlocks;
import io.cornerstore.linkage.evaluation.Survey;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.store.Store;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes through the pairs that blocking proposes once more, to count what became of them. */
final class Surveyor {
  private Surveyor() {}

  static Survey survey(
      Survey.Question question, SortedBlocks pairs, Store store, Supplier<PairJudge> judges) {
    @Nullable Survey[] parts = new Survey[pairs.parts()];
    pairs.forEach(
        question.every(),
        () -> {
          PairJudge judge = judges.get();
          CommonRules rules = new CommonRules(store, pairs);
          return part -> {
            Survey own = new Survey(question, BlockingRule.count());
            parts[part] = own;
            return (a, b) -> {
              judge.judge(a, b);
              if (judge.bits() != PairJudge.VETO) {
                own.add(a, b, judge.bits(), judge.pattern(), rules.proposing(a, b));
              }
            };
          };
        });
    Survey all = new Survey(question, BlockingRule.count());
    for (Survey part : parts) {
      if (part != null) {
        all.addAll(part);
      }
    }
    return all;
  }
}
