package io.cornerstore.cli;

import io.cornerstore.identity.Assignments;
import io.cornerstore.intake.SubjectIds;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.sampletown.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * How well the customers agree with the truth, over pairs of source subjects that a source names. A
 * pair is found when both are one customer, true when both are one person.
 */
record TownScore(long subjects, long people, long found, long truePairs, long right) {

  static TownScore of(ApplicationContext application, Path truth) throws IOException {
    SubjectIds ids = application.getBean(SubjectIds.class);
    Map<SubjectId, CustomerId> customers = new HashMap<>();
    application.getBean(Assignments.class).export(customers::put);
    Map<String, Long> people = new HashMap<>();
    Map<CustomerId, Long> clusters = new HashMap<>();
    Map<Both, Long> both = new HashMap<>();
    Truth.read(
        truth,
        line -> {
          if (line.evidence() != Truth.Evidence.NAME) {
            return;
          }
          SourceSystem source = new SourceSystem(line.source());
          CustomerId customer =
              customers.get(
                  line.by() == Truth.By.KEY ? ids.ofKey(source, line.key()) : ids.ofGroup(source, line.key()));
          people.merge(line.person(), 1L, Long::sum);
          if (customer != null) {
            clusters.merge(customer, 1L, Long::sum);
            both.merge(new Both(line.person(), customer), 1L, Long::sum);
          }
        });
    long subjects = people.values().stream().mapToLong(Long::longValue).sum();
    return new TownScore(subjects, people.size(), pairs(clusters), pairs(people), pairs(both));
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  double precision() {
    return found == 0 ? 1 : (double) right / found;
  }

  double recall() {
    return truePairs == 0 ? 1 : (double) right / truePairs;
  }

  String text() {
    return """
        Against the town's own truth: %,d source subjects are really %,d people or organisations;
        precision %.4f (of %,d pairs joined), recall %.4f (of %,d true pairs)."""
        .formatted(subjects, people, precision(), found, recall(), truePairs);
  }

  private record Both(String person, CustomerId customer) {}
}
