package io.cornerstore.identity.review;

import io.cornerstore.kernel.SubjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a customer falls into two first when its weakest pairs go one after another: the last step
 * of Kruskal's spanning forest, strongest pair first.
 *
 * @param apart subjects of the side with fewer records
 * @param atStake records of that side
 * @param crossing pairs between the two sides
 * @param bits the strongest of them; 0 when nothing leads across
 */
record Seam(Set<SubjectId> apart, long atStake, int crossing, double bits) {

  private static final Seam NONE = new Seam(Set.of(), 0, 0, 0);

  /**
   * An accepted pair.
   *
   * @param bits infinite where a person said so
   */
  record Link(SubjectId a, SubjectId b, double bits) {}

  /**
   * The seam of the subjects that the links connect; those no link leads to are passed over.
   *
   * @param records records of each subject; one that is missing has none
   */
  static Seam of(List<Link> links, Map<SubjectId, Integer> records) {
    List<Link> strongestFirst = new ArrayList<>(links);
    strongestFirst.sort(
        Comparator.comparingDouble(Link::bits)
            .reversed()
            .thenComparing(Link::a)
            .thenComparing(Link::b));
    Map<SubjectId, Set<SubjectId>> groups = new HashMap<>();
    for (Link link : strongestFirst) {
      groups.computeIfAbsent(link.a, only -> new TreeSet<>(Set.of(only)));
      groups.computeIfAbsent(link.b, only -> new TreeSet<>(Set.of(only)));
    }
    int left = groups.size();
    for (Link link : strongestFirst) {
      Set<SubjectId> one = groups.getOrDefault(link.a, Set.of());
      Set<SubjectId> other = groups.getOrDefault(link.b, Set.of());
      if (!one.contains(link.b)) {
        if (left == 2) {
          return lighter(List.of(one, other), link.bits, records).crossedBy(links);
        }
        unite(one, other, groups);
        left--;
      }
    }
    return lighter(groups.values(), 0, records);
  }

  private static void unite(
      Set<SubjectId> one, Set<SubjectId> other, Map<SubjectId, Set<SubjectId>> groups) {
    if (one.size() < other.size()) {
      unite(other, one, groups);
    } else {
      one.addAll(other);
      other.forEach(subject -> groups.put(subject, one));
    }
  }

  private static Seam lighter(
      Collection<Set<SubjectId>> groups, double bits, Map<SubjectId, Integer> records) {
    return groups.stream()
        .min(Comparator.comparingLong(group -> count(group, records)))
        .map(group -> new Seam(Set.copyOf(group), count(group, records), 0, bits))
        .orElse(NONE);
  }

  private Seam crossedBy(List<Link> links) {
    long across =
        links.stream().filter(link -> apart.contains(link.a) != apart.contains(link.b)).count();
    return new Seam(apart, atStake, Math.toIntExact(across), bits);
  }

  /** The records of these subjects. */
  static long count(Collection<SubjectId> subjects, Map<SubjectId, Integer> records) {
    return subjects.stream().mapToLong(subject -> records.getOrDefault(subject, 0)).sum();
  }
}
