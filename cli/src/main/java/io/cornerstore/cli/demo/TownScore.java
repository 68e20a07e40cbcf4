package io.cornerstore.cli.demo;

import io.cornerstore.identity.Assignments;
import io.cornerstore.intake.SubjectIds;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.sampletown.Truth;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * How well the customers agree with the truth, over the source subjects that a source names. A pair
 * is found when both are one customer, true when both are one person. B-cubed averages over
 * subjects instead of pairs (Bagga and Baldwin 1998): of those with me, how many belong to me, and
 * of those that belong to me, how many are with me.
 */
record TownScore(
    long subjects,
    long people,
    long customers,
    Pairs pairs,
    double cubedPrecision,
    double cubedRecall) {

  /** Pairs joined, true pairs, and those that are both. */
  record Pairs(long found, long real, long right) {}

  static TownScore of(ApplicationContext application, Path truth) throws IOException {
    return of(application, truth, null);
  }

  /** The score; every subject it counts also goes to the file, if one is given. */
  static TownScore of(ApplicationContext application, Path truth, @Nullable Path list)
      throws IOException {
    SubjectIds ids = application.getBean(SubjectIds.class);
    Map<SubjectId, CustomerId> assigned = new HashMap<>();
    application.getBean(Assignments.class).export(assigned::put);
    Counts counts = new Counts();
    try (BufferedWriter out = list == null ? null : Files.newBufferedWriter(list)) {
      write(out, "source,key,person,customer");
      Truth.read(
          truth,
          line -> {
            if (line.evidence() == Truth.Evidence.NAME) {
              CustomerId customer = assigned.get(subject(ids, line));
              counts.add(line.person(), customer);
              String shown = customer == null ? "" : customer.toString();
              write(out, line.source() + ',' + line.key() + ',' + line.person() + ',' + shown);
            }
          });
    }
    return counts.score();
  }

  private static SubjectId subject(SubjectIds ids, Truth line) {
    SourceSystem source = new SourceSystem(line.source());
    return line.by() == Truth.By.KEY
        ? ids.ofKey(source, line.key())
        : ids.ofGroup(source, line.key());
  }

  private static void write(@Nullable BufferedWriter out, String line) {
    if (out == null) {
      return;
    }
    try {
      out.write(line);
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double precision() {
    return pairs.found() == 0 ? 1 : (double) pairs.right() / pairs.found();
  }

  double recall() {
    return pairs.real() == 0 ? 1 : (double) pairs.right() / pairs.real();
  }

  String text() {
    return """
    Against the town's own truth: %,d source subjects are really %,d people or organisations;
    precision %.4f (of %,d pairs joined), recall %.4f (of %,d true pairs).\
    """
        .formatted(subjects, people, precision(), pairs.found(), recall(), pairs.real());
  }

  /** The sizes the score is made of; a subject without a customer is a customer of its own. */
  private static final class Counts {

    private final Map<String, Long> people = new HashMap<>();
    private final Map<CustomerId, Long> customers = new HashMap<>();
    private final Map<Both, Long> both = new HashMap<>();
    private long alone;

    void add(String person, @Nullable CustomerId customer) {
      people.merge(person, 1L, Long::sum);
      if (customer == null) {
        alone++;
        both.merge(new Both(person, null), 1L, Long::sum);
      } else {
        customers.merge(customer, 1L, Long::sum);
        both.merge(new Both(person, customer), 1L, Long::sum);
      }
    }

    TownScore score() {
      double precision = alone;
      double recall = 0;
      long right = 0;
      for (Map.Entry<Both, Long> entry : both.entrySet()) {
        double size = entry.getValue();
        CustomerId customer = entry.getKey().customer();
        double same = people.getOrDefault(entry.getKey().person(), 1L);
        if (customer == null) {
          recall += size / same;
        } else {
          precision += size * size / customers.getOrDefault(customer, 1L);
          recall += size * size / same;
          right += entry.getValue() * (entry.getValue() - 1) / 2;
        }
      }
      long subjects = people.values().stream().mapToLong(Long::longValue).sum();
      double all = Math.max(1, subjects);
      return new TownScore(
          subjects,
          people.size(),
          customers.size() + alone,
          new Pairs(pairs(customers), pairs(people), right),
          precision / all,
          recall / all);
    }

    private static long pairs(Map<?, Long> sizes) {
      return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private record Both(String person, @Nullable CustomerId customer) {}
  }
}
