package io.cornerstore.linkage;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Between parameters by name and the tables the scorer reads. */
final class ModelTables {
  private ModelTables() {}

  static ModelParameters parameters(LinkageModel model) {
    List<TermFrequencies> frequencies = new ArrayList<>();
    for (Frequencies.Role role : Frequencies.Role.values()) {
      frequencies.add(terms(role, model.frequencies().tables().get(role.place())));
    }
    return new ModelParameters(
        model.linkBits(),
        model.reviewBits(),
        ModelParameters.Blocking.rules(),
        kind(model.persons()),
        kind(model.organizations()),
        frequencies);
  }

  static LinkageModel model(ModelParameters parameters) {
    if (!parameters.blocking().equals(ModelParameters.Blocking.rules())) {
      throw new LinkageException(
          "The blocking rules are not those of this program, and a model cannot change them."
              + " Maybe it was trained by another version.");
    }
    return new LinkageModel(
        weights(parameters.persons()),
        weights(parameters.organizations()),
        frequencies(parameters.frequencies()),
        parameters.linkBits(),
        parameters.reviewBits());
  }

  private static KindParameters kind(Weights weights) {
    List<KindParameters.Comparison> comparisons = new ArrayList<>();
    for (Attribute attribute : Attribute.all()) {
      List<KindParameters.Level> levels = new ArrayList<>();
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        levels.add(
            new KindParameters.Level(
                attribute.levels().get(level),
                weights.match()[place],
                weights.random()[place],
                weights.home()[place]));
      }
      comparisons.add(new KindParameters.Comparison(attribute.label(), levels));
    }
    return new KindParameters(
        weights.matchRate(), weights.homeRate(), weights.namesTogether(), comparisons);
  }

  private static Weights weights(KindParameters kind) {
    double[] match = Weights.table();
    double[] random = Weights.table();
    double[] home = Weights.table();
    for (Attribute attribute : Attribute.all()) {
      List<KindParameters.Level> levels = kind.comparison(attribute.label()).levels();
      List<String> names = levels.stream().map(KindParameters.Level::name).toList();
      List<String> known = attribute.levels().subList(1, attribute.levels().size());
      if (!names.equals(known)) {
        throw new LinkageException(
            "The levels of " + attribute.label() + " are " + names + ", not " + known + ".");
      }
      for (int level = 1; level <= levels.size(); level++) {
        int place = attribute.place(level);
        match[place] = levels.get(level - 1).m();
        random[place] = levels.get(level - 1).u();
        home[place] = levels.get(level - 1).home();
      }
    }
    if (kind.comparisons().size() != Attribute.all().size()) {
      throw new LinkageException(
          "There are %d comparisons, not %d. Maybe one stands there twice."
              .formatted(kind.comparisons().size(), Attribute.all().size()));
    }
    return new Weights(
        match, random, home, kind.matchRate(), kind.homeRate(), kind.namesTogether());
  }

  private static TermFrequencies terms(Frequencies.Role role, Frequencies.Table table) {
    NavigableMap<Integer, Float> surprises = new TreeMap<>();
    for (int i = 0; i < table.hashes().length; i++) {
      surprises.put(table.hashes()[i], table.surprises()[i]);
    }
    return new TermFrequencies(label(role), surprises, table.unlisted(), table.average());
  }

  private static Frequencies frequencies(List<TermFrequencies> terms) {
    List<Frequencies.Table> tables = new ArrayList<>();
    for (Frequencies.Role role : Frequencies.Role.values()) {
      TermFrequencies own =
          terms.stream()
              .filter(some -> some.role().equals(label(role)))
              .findFirst()
              .orElseThrow(() ->
                  new LinkageException("The frequencies of " + label(role) + " are missing."));
      int[] hashes = own.surprises().keySet().stream().mapToInt(Integer::intValue).toArray();
      float[] surprises = new float[hashes.length];
      int filled = 0;
      for (float surprise : own.surprises().values()) {
        surprises[filled++] = surprise;
      }
      tables.add(new Frequencies.Table(hashes, surprises, own.unlisted(), own.average()));
    }
    return new Frequencies(tables);
  }

  private static String label(Frequencies.Role role) {
    return switch (role) {
      case GIVEN -> Attribute.GIVEN.label();
      case FAMILY -> Attribute.FAMILY.label();
      case WORD -> "organization-word";
    };
  }
}
