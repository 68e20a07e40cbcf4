package io.cornerstore.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In what two models differ, in lines for people; empty when they are equal. */
final class ModelDifferences {
  private final List<String> lines = new ArrayList<>();

  private ModelDifferences() {}

  static List<String> between(ModelParameters one, ModelParameters other) {
    ModelDifferences differences = new ModelDifferences();
    differences.number("link from bits", one.linkBits(), other.linkBits());
    differences.number("review from bits", one.reviewBits(), other.reviewBits());
    differences.kind("person", one.persons(), other.persons());
    differences.kind("organization", one.organizations(), other.organizations());
    for (int i = 0; i < one.frequencies().size(); i++) {
      differences.terms(one.frequencies().get(i), other.frequencies().get(i));
    }
    return List.copyOf(differences.lines);
  }

  private void kind(String kind, KindParameters one, KindParameters other) {
    number(kind + " match rate", one.matchRate(), other.matchRate());
    number(kind + " home rate", one.homeRate(), other.homeRate());
    number(kind + " names together", one.namesTogether(), other.namesTogether());
    for (KindParameters.Comparison comparison : one.comparisons()) {
      List<KindParameters.Level> others = other.comparison(comparison.attribute()).levels();
      for (int i = 0; i < others.size(); i++) {
        String name = kind + " " + comparison.attribute() + " " + others.get(i).name();
        level(name, comparison.levels().get(i), others.get(i));
      }
    }
  }

  private void level(String name, KindParameters.Level one, KindParameters.Level other) {
    if (!one.equals(other)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %+.2f → %+.2f bits (m %.4g → %.4g, u %.4g → %.4g, home %.4g → %.4g)",
              name,
              one.weightBits(),
              other.weightBits(),
              one.m(),
              other.m(),
              one.u(),
              other.u(),
              one.home(),
              other.home()));
    }
  }

  private void terms(TermFrequencies one, TermFrequencies other) {
    if (one.equals(other)) {
      return;
    }
    long kept = one.surprises().keySet().stream().filter(other.surprises()::containsKey).count();
    long same =
        one.surprises().entrySet().stream()
            .filter(entry -> entry.getValue().equals(other.surprises().get(entry.getKey())))
            .count();
    lines.add(
        "%s frequencies: %d gone, %d new, %d changed"
            .formatted(
                one.role(),
                one.surprises().size() - kept,
                other.surprises().size() - kept,
                kept - same));
    number(one.role() + " unlisted bits", one.unlisted(), other.unlisted());
    number(one.role() + " average bits", one.average(), other.average());
  }

  private void number(String name, double one, double other) {
    if (Double.compare(one, other) != 0) {
      lines.add(String.format(Locale.ROOT, "%s: %.6g → %.6g", name, one, other));
    }
  }
}
