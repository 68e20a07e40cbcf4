package io.cornerstore.identity.resolution;

import io.cornerstore.identity.ModelTrial.Sample;
import io.cornerstore.identity.assignment.Group;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers as they stand against the groups another model finds: who would be joined, who would
 * fall apart, who would move. A customer goes on in the group that has most of its subjects.
 */
final class PartitionComparison {

  private static final int SAMPLES = 6;
  private static final Comparator<Sample> LARGEST_FIRST =
      Comparator.comparingInt(
              (Sample sample) -> Math.min(sample.left().size(), sample.right().size()))
          .reversed();

  private final Map<SubjectId, CustomerId> standing;
  private final List<Sample> merges = new ArrayList<>();
  private final List<Sample> splits = new ArrayList<>();
  private long after;
  private long merged;
  private long split;
  private long moved;

  private PartitionComparison(Map<SubjectId, CustomerId> standing) {
    this.standing = standing;
  }

  static PartitionComparison of(
      Map<SubjectId, CustomerId> standing, List<Group> groups, ResidentSubjects resident) {
    PartitionComparison comparison = new PartitionComparison(standing);
    Map<CustomerId, List<List<SubjectId>>> parts = new TreeMap<>();
    for (Group group : groups) {
      comparison.group(group, resident, parts);
    }
    parts.values().stream().filter(one -> one.size() > 1).forEach(comparison::fellApart);
    return comparison;
  }

  private void group(
      Group group, ResidentSubjects resident, Map<CustomerId, List<List<SubjectId>>> parts) {
    Map<CustomerId, List<SubjectId>> byCustomer = new HashMap<>();
    for (int i = 0; i < group.size(); i++) {
      SubjectId subject = resident.subjectOf(group.handle(i));
      CustomerId customer = standing.get(subject);
      if (customer != null) {
        byCustomer.computeIfAbsent(customer, _ -> new ArrayList<>()).add(subject);
      }
    }
    if (byCustomer.isEmpty()) {
      return;
    }
    after++;
    byCustomer.forEach(
        (customer, part) -> parts.computeIfAbsent(customer, _ -> new ArrayList<>()).add(part));
    if (byCustomer.size() > 1) {
      merged += byCustomer.size() - 1;
      merges.add(sample(true, List.copyOf(byCustomer.values())));
    }
  }

  private void fellApart(List<List<SubjectId>> parts) {
    split++;
    Sample sample = sample(false, parts);
    moved += sample.right().size();
    splits.add(sample);
  }

  private static Sample sample(boolean merge, List<List<SubjectId>> parts) {
    List<List<SubjectId>> sorted =
        parts.stream()
            .sorted(Comparator.<List<SubjectId>>comparingInt(List::size).reversed())
            .toList();
    return new Sample(
        merge,
        sorted.getFirst(),
        sorted.subList(1, sorted.size()).stream().flatMap(List::stream).toList());
  }

  long before() {
    return standing.values().stream().distinct().count();
  }

  long after() {
    return after;
  }

  long merged() {
    return merged;
  }

  long split() {
    return split;
  }

  /** Identities that leave their customer, by a merge or a split. */
  long moved() {
    return moved + merges.stream().mapToLong(sample -> sample.right().size()).sum();
  }

  /** Some of each kind, those with the most identities on the smaller side first. */
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    merges.stream().sorted(LARGEST_FIRST).limit(SAMPLES).forEach(samples::add);
    splits.stream().sorted(LARGEST_FIRST).limit(SAMPLES).forEach(samples::add);
    return samples;
  }
}
