package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.MatchGraph;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The identities of a customer and the accepted pairs that hold them together, on a circle. A
 * bridge is a pair without which they would fall apart; a weak one would be believed by a doubtful
 * reader only, below a thousand to one. Where there are many pairs only the strongest that reach
 * everybody are drawn.
 *
 * @param nodes at most {@value #DRAWN}; the table has them all
 */
public record ClusterPicture(int size, List<Node> nodes, List<Line> lines, List<Row> table) {

  /** More on one circle nobody can read. */
  public static final int DRAWN = 30;

  private static final int SIZE = 340;
  private static final int RADIUS = 140;
  private static final double WEAK_BITS = 10;
  private static final int PAIRS_PER_NODE = 2;

  /** One identity. */
  public record Node(double x, double y, String mark, String title) {}

  /** One pair; {@code style} is its class in the style sheet. */
  public record Line(double x1, double y1, double x2, double y2, String style, String title) {}

  /** One pair in words. */
  public record Row(String pair, String odds, String kind) {}

  /**
   * Draws the graph.
   *
   * @param marks a short name for each identity
   * @param sources where each comes from
   */
  public static ClusterPicture of(
      MatchGraph graph,
      Map<SubjectId, String> marks,
      Map<SubjectId, String> sources,
      Wording words) {
    List<SubjectId> drawn =
        graph.subjects().stream()
            .sorted(
                Comparator.comparingInt((SubjectId subject) -> mark(subject, marks).length())
                    .thenComparing(subject -> mark(subject, marks)))
            .limit(DRAWN)
            .toList();
    Set<MatchGraph.Edge> shown = shown(graph);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      SubjectId subject = drawn.get(i);
      String mark = mark(subject, marks);
      nodes.add(
          new Node(
              x(i, drawn.size()),
              y(i, drawn.size()),
              mark,
              mark + ", " + sources.getOrDefault(subject, "")));
    }
    List<Line> lines = new ArrayList<>();
    List<Row> table = new ArrayList<>();
    for (MatchGraph.Edge edge : graph.edges()) {
      String kind = kind(edge, isBridge(graph, edge), words);
      String pair =
          words.text(
              "match.pair", marks.getOrDefault(edge.a(), "?"), marks.getOrDefault(edge.b(), "?"));
      String odds = edge.decided() ? words.text("match.decided") : words.odds(edge.totalBits());
      table.add(new Row(pair, odds, kind));
      int from = drawn.indexOf(edge.a());
      int to = drawn.indexOf(edge.b());
      if (from >= 0 && to >= 0 && shown.contains(edge)) {
        lines.add(
            new Line(
                x(from, drawn.size()),
                y(from, drawn.size()),
                x(to, drawn.size()),
                y(to, drawn.size()),
                style(edge, isBridge(graph, edge)),
                pair + ": " + odds + (kind.isEmpty() ? "" : ", " + kind)));
      }
    }
    return new ClusterPicture(SIZE, nodes, lines, table);
  }

  private static String mark(SubjectId subject, Map<SubjectId, String> marks) {
    return marks.getOrDefault(subject, "?");
  }

  /* Of a thicket only the strongest pairs that reach everybody: Kruskal's spanning forest. */
  private static Set<MatchGraph.Edge> shown(MatchGraph graph) {
    if (graph.edges().size() <= PAIRS_PER_NODE * graph.subjects().size()) {
      return Set.copyOf(graph.edges());
    }
    Map<SubjectId, Set<SubjectId>> groups = new HashMap<>();
    graph.subjects().forEach(subject -> groups.put(subject, new HashSet<>(Set.of(subject))));
    Set<MatchGraph.Edge> forest = new HashSet<>();
    graph.edges().stream()
        .sorted(
            Comparator.comparing(MatchGraph.Edge::decided)
                .thenComparingDouble(MatchGraph.Edge::totalBits)
                .reversed())
        .forEach(edge -> {
          Set<SubjectId> one = groups.getOrDefault(edge.a(), Set.of());
          Set<SubjectId> other = groups.getOrDefault(edge.b(), Set.of());
          if (!one.equals(other)) {
            one.addAll(other);
            other.forEach(subject -> groups.put(subject, one));
            forest.add(edge);
          }
        });
    return forest;
  }

  private static String style(MatchGraph.Edge edge, boolean bridge) {
    String strength = isWeak(edge) ? "link weak" : "link";
    return (edge.decided() ? "link decided" : strength) + (bridge ? " bridge" : "");
  }

  private static String kind(MatchGraph.Edge edge, boolean bridge, Wording words) {
    List<String> kinds = new ArrayList<>();
    if (bridge) {
      kinds.add(words.text("cluster.bridge"));
    }
    if (isWeak(edge)) {
      kinds.add(words.text("cluster.weak"));
    }
    return String.join(", ", kinds);
  }

  private static boolean isWeak(MatchGraph.Edge edge) {
    return !edge.decided() && edge.totalBits() < WEAK_BITS;
  }

  /** Whether nothing else leads from one end of the pair to the other. */
  static boolean isBridge(MatchGraph graph, MatchGraph.Edge bridge) {
    Set<SubjectId> reached = new HashSet<>(Set.of(bridge.a()));
    Deque<SubjectId> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      SubjectId from = next.remove();
      for (MatchGraph.Edge edge : graph.edges()) {
        boolean touches = edge.a().equals(from) || edge.b().equals(from);
        if (!edge.equals(bridge) && touches) {
          SubjectId to = edge.a().equals(from) ? edge.b() : edge.a();
          if (reached.add(to)) {
            next.add(to);
          }
        }
      }
    }
    return !reached.contains(bridge.b());
  }

  private static double x(int index, int count) {
    return round(SIZE / 2.0 + RADIUS * Math.sin(2 * Math.PI * index / count));
  }

  private static double y(int index, int count) {
    return round(SIZE / 2.0 - RADIUS * Math.cos(2 * Math.PI * index / count));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
