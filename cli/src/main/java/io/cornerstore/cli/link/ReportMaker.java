package io.cornerstore.cli.link;

import io.cornerstore.cli.link.report.ReportData;
import io.cornerstore.linkage.Inspection;
import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LevelWeight;
import io.cornerstore.linkage.PairDecision;
import io.cornerstore.linkage.PairDecision.Outcome;
import io.cornerstore.linkage.ResidentIndex;
import io.cornerstore.linkage.evaluation.Survey;
import io.cornerstore.linkage.evaluation.Survey.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what a report tells; it looks at a few pairs only. */
final class ReportMaker {
  private static final int MOST_ERRORS = 6;
  private static final int MOST_TRIES = 2_000;
  private static final int[] SIZES = {1, 2, 3, 4, 5, 6, 11, 21, 51, Integer.MAX_VALUE};
  private final Linked linked;
  private final Inspection pairs;
  private final Survey survey;
  private final @Nullable Scores scores;
  private final boolean shown;
  private final List<Chosen> chosen = new ArrayList<>();

  private record Chosen(String group, String heading, int a, int b) {}

  ReportMaker(
      Linked linked, Inspection pairs, Survey survey, @Nullable Scores scores, boolean shown) {
    this.linked = linked;
    this.pairs = pairs;
    this.survey = survey;
    this.scores = scores;
    this.shown = shown;
  }

  ReportData data() {
    choose();
    return new ReportData(
        inputs(),
        totals(),
        models(),
        ResidentIndex.blockingRules(),
        survey,
        pairs(),
        sizes(),
        LooseClusters.of(linked.linked().best().clusters(), linked.best(), linked::name, shown),
        scores == null
            ? null
            : new ReportData.Judged(
                scores.best(),
                scores.certain(),
                scores.neverProposed(),
                scores.neverProposedFound()),
        shown);
  }

  private List<ReportData.Input> inputs() {
    long[] records = new long[linked.inputs().size()];
    for (int handle = 0; handle < linked.origins().size(); handle++) {
      records[linked.origins().file(handle)]++;
    }
    List<ReportData.Input> inputs = new ArrayList<>();
    for (int i = 0; i < records.length; i++) {
      InputFile input = linked.inputs().get(i);
      ColumnPlan plan = input.plan();
      List<ReportData.Column> columns = new ArrayList<>();
      for (int place = 0; place < plan.columns().size(); place++) {
        ColumnRole role = plan.role(place);
        columns.add(
            new ReportData.Column(plan.columns().get(place), role.label(), role.isEvidence()));
      }
      String name = input.path().getFileName().toString();
      inputs.add(new ReportData.Input(name, records[i], input.complaint(), columns));
    }
    return inputs;
  }

  private ReportData.Totals totals() {
    return new ReportData.Totals(
        linked.origins().size(),
        linked.linked().compared(),
        distinct(linked.best()),
        distinct(linked.certain()),
        linked.model().linkBits(),
        linked.model().reviewBits(),
        linked.model().version());
  }

  private static long distinct(int[] numbers) {
    return Arrays.stream(numbers).distinct().count();
  }

  private List<ReportData.Model> models() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    linked.inputs().forEach(input -> kinds.add(input.plan().kind()));
    return kinds.stream()
        .map(kind ->
            new ReportData.Model(
                kind == Kind.PERSON ? "persons" : "organizations",
                LevelWeight.of(linked.model(), kind)))
        .toList();
  }

  private List<ReportData.Size> sizes() {
    long[] best = bySize(linked.best());
    long[] certain = bySize(linked.certain());
    List<ReportData.Size> sizes = new ArrayList<>();
    for (int i = 0; i + 1 < SIZES.length; i++) {
      if (best[i] + certain[i] > 0) {
        String label = Scores.sizes(SIZES[i], SIZES[i + 1] - 1);
        sizes.add(new ReportData.Size(label, best[i], certain[i]));
      }
    }
    return sizes;
  }

  private static long[] bySize(int[] numbers) {
    int[] members = new int[Arrays.stream(numbers).max().orElse(0) + 1];
    for (int number : numbers) {
      members[number]++;
    }
    long[] counts = new long[SIZES.length];
    for (int size : members) {
      int bucket = 0;
      while (size >= SIZES[bucket + 1]) {
        bucket++;
      }
      counts[bucket] += size > 0 ? 1 : 0;
    }
    return counts;
  }

  private void choose() {
    example("A typical link", typical(survey.typicalLinks(), Outcome.LINK));
    example("A borderline pair", survey.near(linked.model().linkBits()));
    example(
        "A typical pair that does not link", typical(survey.typicalNonLinks(), Outcome.NON_LINK));
    survey.wrong().stream()
        .limit(MOST_ERRORS)
        .forEach(pair -> error("In one cluster, but not the same", pair.a(), pair.b()));
    survey.missed().stream()
        .limit(MOST_ERRORS)
        .forEach(pair -> error("The same, compared, but not in one cluster", pair.a(), pair.b()));
    neverProposed();
  }

  /* The first that is by itself what its cluster makes of it. */
  private @Nullable Example typical(List<Example> pairs, Outcome outcome) {
    return pairs.stream()
        .filter(pair -> decide(pair.a(), pair.b()).outcome() == outcome)
        .findFirst()
        .orElse(pairs.isEmpty() ? null : pairs.getFirst());
  }

  private void example(String heading, @Nullable Example pair) {
    if (pair != null) {
      chosen.add(new Chosen("example", heading, pair.a(), pair.b()));
    }
  }

  private void error(String heading, int a, int b) {
    chosen.add(new Chosen("error", heading, a, b));
  }

  private void neverProposed() {
    if (scores == null || scores.neverProposed() == 0) {
      return;
    }
    int[] counts = new int[2];
    scores
        .truth()
        .forEachPair((a, b) -> {
          boolean asks = linked.best()[a] != linked.best()[b] && linked.areComparable(a, b);
          if (asks) {
            counts[0]++;
            if (decide(a, b).proposedBy().isEmpty()) {
              counts[1]++;
              error("The same, but never compared", a, b);
            }
          }
          return counts[0] < MOST_TRIES && counts[1] < MOST_ERRORS;
        });
  }

  private PairDecision decide(int a, int b) {
    return pairs.decide(a, b);
  }

  private List<ReportData.Pair> pairs() {
    SortedSet<Integer> handles = new TreeSet<>();
    if (shown) {
      chosen.forEach(pair -> handles.addAll(List.of(pair.a, pair.b)));
    }
    Map<Integer, Map<ColumnRole, String>> values =
        new RecordValues(linked.inputs(), linked.origins()).of(handles);
    return chosen.stream().map(pair -> pair(pair, values)).toList();
  }

  private ReportData.Pair pair(Chosen pair, Map<Integer, Map<ColumnRole, String>> values) {
    PairDecision decision = decide(pair.a, pair.b);
    String rival =
        shown && decision.rival().isPresent()
            ? linked.name(decision.rival().getAsInt())
            : "another record";
    return new ReportData.Pair(
        pair.group,
        pair.heading,
        decision,
        List.of(
            PairWords.proposal(decision),
            PairWords.verdict(decision, rival),
            PairWords.clusters(
                linked.best()[pair.a],
                linked.best()[pair.b],
                linked.certain()[pair.a],
                linked.certain()[pair.b])),
        shown ? fields(pair, values) : List.of());
  }

  private List<ReportData.Field> fields(Chosen pair, Map<Integer, Map<ColumnRole, String>> values) {
    Map<ColumnRole, String> one = values.getOrDefault(pair.a, Map.of());
    Map<ColumnRole, String> other = values.getOrDefault(pair.b, Map.of());
    List<ReportData.Field> fields = new ArrayList<>();
    fields.add(new ReportData.Field("record", linked.name(pair.a), linked.name(pair.b)));
    for (ColumnRole role : ColumnRole.values()) {
      if (one.containsKey(role) || other.containsKey(role)) {
        fields.add(
            new ReportData.Field(
                role.label(), one.getOrDefault(role, ""), other.getOrDefault(role, "")));
      }
    }
    return fields;
  }
}
