package io.cornerstore.identity.enquiry;

import io.cornerstore.identity.Customer;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Explanations;
import io.cornerstore.identity.MatchGraph;
import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.DecidedPairs;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Explains pairs by the resident index. While that is being loaded an edge has its total alone, as
 * it was when it was accepted.
 */
@Transactional(readOnly = true)
public class WaterfallExplanations implements Explanations {

  private final JdbcClient jdbc;
  private final Customers customers;
  private final DecidedPairs decidedPairs;
  private final ResidentSubjects resident;

  /** Over the main database and the subjects of this process. */
  public WaterfallExplanations(JdbcClient jdbc, Customers customers, ResidentSubjects resident) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.resident = resident;
    decidedPairs = new DecidedPairs(jdbc);
  }

  @Override
  public MatchGraph of(CustomerId customer) {
    List<SubjectId> subjects = customers.find(customer).map(Customer::subjects).orElse(List.of());
    if (subjects.size() < 2) {
      return new MatchGraph(subjects, List.of());
    }
    Map<Pair, Double> bits = acceptedAmong(subjects);
    Map<Pair, Boolean> decided = new LinkedHashMap<>();
    for (DecidedPairs.Pair pair : decidedPairs.inForceAmong(subjects)) {
      if (pair.same()) {
        decided.put(new Pair(pair.a(), pair.b()), true);
        bits.putIfAbsent(new Pair(pair.a(), pair.b()), 0.0);
      }
    }
    List<MatchGraph.Edge> edges = new ArrayList<>();
    bits.forEach((pair, total) -> edges.add(edge(pair, decided.getOrDefault(pair, false), total)));
    return new MatchGraph(subjects, edges);
  }

  @Override
  public MatchGraph.Edge between(SubjectId a, SubjectId b) {
    boolean decided =
        decidedPairs.inForceAmong(List.of(a, b)).stream()
            .anyMatch(pair -> !pair.a().equals(pair.b()));
    return edge(new Pair(a, b), decided, 0);
  }

  private Map<Pair, Double> acceptedAmong(List<SubjectId> subjects) {
    Map<Pair, Double> bits = new LinkedHashMap<>();
    jdbc.sql(
            """
            select a, b, bits from identity.edge
            where a = any (cast(:subjects as uuid[])) and b = any (cast(:subjects as uuid[]))
            order by a, b
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .query(row -> {
          bits.put(
              Pair.ordered(
                  new SubjectId(row.getObject(1, UUID.class)),
                  new SubjectId(row.getObject(2, UUID.class))),
              row.getDouble(3));
        });
    return bits;
  }

  private MatchGraph.Edge edge(Pair pair, boolean decided, double knownBits) {
    return resident
        .explain(pair.a, pair.b)
        .map(explanation -> edge(pair, decided, explanation))
        .orElseGet(() ->
            new MatchGraph.Edge(
                pair.a,
                pair.b,
                knownBits,
                knownBits,
                1 / (1 + Math.exp(-knownBits * Math.log(2))),
                decided,
                List.of()));
  }

  private static MatchGraph.Edge edge(Pair pair, boolean decided, Explanation explanation) {
    return new MatchGraph.Edge(
        pair.a,
        pair.b,
        explanation.priorBits(),
        explanation.totalBits(),
        explanation.probability(),
        decided,
        explanation.steps().stream()
            .map(step ->
                new MatchGraph.Step(
                    step.attribute(),
                    step.level(),
                    step.bits() + step.rarityBits(),
                    step.rarityBits()))
            .toList());
  }

  private record Pair(SubjectId a, SubjectId b) {
    static Pair ordered(SubjectId one, SubjectId other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }
}
