package io.cornerstore.cli.link;

import io.cornerstore.linkage.Explanation;
import io.cornerstore.linkage.Inspection;
import io.cornerstore.linkage.PairDecision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Explains a pair on a terminal. */
final class PairText {
  private static final int BARS = 44;
  private final Linked linked;
  private final Inspection pairs;
  private final StringBuilder out = new StringBuilder(4096);

  PairText(Linked linked, Inspection pairs) {
    this.linked = linked;
    this.pairs = pairs;
  }

  /** Both records, every comparison with its weight, and what became of them. */
  String of(int a, int b) {
    PairDecision decision = pairs.decide(a, b);
    line("");
    records(a, b);
    waterfall(decision.evidence());
    line("");
    line(PairWords.proposal(decision));
    line(
        PairWords.verdict(
            decision,
            decision.rival().isPresent() ? linked.name(decision.rival().getAsInt()) : "another"));
    line(
        PairWords.clusters(
            linked.best()[a], linked.best()[b], linked.certain()[a], linked.certain()[b]));
    return out.toString();
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append(System.lineSeparator());
  }

  private void records(int a, int b) {
    Map<Integer, Map<ColumnRole, String>> values =
        new RecordValues(linked.inputs(), linked.origins()).of(new TreeSet<>(List.of(a, b)));
    Map<ColumnRole, String> one = values.getOrDefault(a, Map.of());
    Map<ColumnRole, String> other = values.getOrDefault(b, Map.of());
    int width = Math.max(12, linked.name(a).length());
    for (String value : one.values()) {
      width = Math.clamp(value.length(), width, 40);
    }
    row("", linked.name(a), linked.name(b), width);
    for (ColumnRole role : ColumnRole.values()) {
      if (one.containsKey(role) || other.containsKey(role)) {
        row(role.label(), one.getOrDefault(role, "-"), other.getOrDefault(role, "-"), width);
      }
    }
    line("");
  }

  private void row(String what, String one, String other, int width) {
    line(String.format(Locale.ROOT, "%-18s %-" + width + "s  %s", what, plain(one), plain(other)));
  }

  /* A value must not steer the terminal. */
  private static String plain(String value) {
    return value.replaceAll("\\p{Cntrl}", " ");
  }

  private void waterfall(Explanation evidence) {
    double low = Math.min(0, evidence.priorBits());
    double high = Math.max(0, evidence.priorBits());
    double sum = evidence.priorBits();
    for (Explanation.Step step : evidence.steps()) {
      sum += step.bits() + step.rarityBits();
      low = Math.min(low, sum);
      high = Math.max(high, sum);
    }
    Scale scale = new Scale(low, high);
    line(
        String.format(
            Locale.ROOT,
            "%-18s %-16s %7s %7s %7s",
            "comparison",
            "level",
            "bits",
            "rarity",
            "sum"));
    sum = evidence.priorBits();
    step("prior", "any two records", PairWords.signed(sum), "", sum, scale.bar(0, sum));
    for (Explanation.Step step : evidence.steps()) {
      double next = sum + step.bits() + step.rarityBits();
      step(
          step.attribute(),
          step.level(),
          PairWords.signed(step.bits()),
          step.rarityBits() == 0 ? "" : PairWords.signed(step.rarityBits()),
          next,
          scale.bar(sum, next));
      sum = next;
    }
    step("together", "", "", "", sum, scale.bar(0, sum));
    line("probability        " + PairWords.probability(evidence));
  }

  private void step(String what, String level, String bits, String rarity, double sum, String bar) {
    line(
        String.format(
            Locale.ROOT,
            "%-18s %-16s %7s %7s %7s  %s",
            what,
            level,
            bits,
            rarity,
            PairWords.signed(sum),
            bar));
  }

  /** From bits to columns. */
  private record Scale(double low, double high) {
    private int column(double bits) {
      return (int) Math.round((bits - low) / Math.max(1e-9, high - low) * BARS);
    }

    /* Pluses for, minuses against; the upright line is even odds. */
    String bar(double from, double to) {
      char[] bar = " ".repeat(BARS + 1).toCharArray();
      bar[column(0)] = '|';
      int start = Math.min(column(from), column(to));
      int end = Math.max(column(from), column(to));
      for (int i = start; i < end; i++) {
        bar[i] = to >= from ? '+' : '-';
      }
      return new String(bar);
    }
  }
}
