package io.cornerstore.cli.model;

import io.cornerstore.linkage.KindParameters;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.ModelParameters;
import io.cornerstore.linkage.TermFrequencies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes a model of ours from one that Splink 4 or 5 has saved.
 *
 * <p>Comparisons are mapped by their column, levels by what their SQL asks. What the model does not
 * compare says nothing here either. Nothing is dropped without a note.
 */
final class SplinkImport {
  private static final double DEFAULT_RATE = 0.0001;
  private static final double MOST_RATE = 0.4;
  private static final Set<String> KEPT = Set.of("name-order");
  private static final Set<String> ADDRESS = Set.of("street", "postal-code", "city");

  private final Function<String, Optional<String>> roleOf;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, SplinkShares> mapped = new LinkedHashMap<>();
  private final Map<String, SplinkAddress.Part> address = new LinkedHashMap<>();
  private final Map<String, List<String>> columns = new TreeMap<>();
  private final Set<String> counted = new TreeSet<>();

  private SplinkImport(Function<String, Optional<String>> roleOf) {
    this.roleOf = roleOf;
  }

  /**
   * Reads a document.
   *
   * @param roleOf role of a column by its name, such as {@code given-name}
   */
  static ModelFile read(JsonValue document, Function<String, Optional<String>> roleOf) {
    SplinkImport reading = new SplinkImport(roleOf);
    for (JsonValue comparison : document.get("comparisons").items()) {
      reading.comparison(comparison);
    }
    if (reading.mapped.isEmpty() && reading.address.isEmpty()) {
      throw document
          .get("comparisons")
          .mistake(
              "none of these columns is known. Maybe say what they mean, as in"
                  + " --column COLUMN=family-name?");
    }
    LinkageModel model = reading.model(rate(document));
    reading.closingNotes(document);
    return new ModelFile(model, new TreeMap<>(reading.columns), reading.counted, reading.notes);
  }

  private static double rate(JsonValue document) {
    Optional<JsonValue> value = document.find("probability_two_random_records_match");
    double rate = value.map(JsonValue::number).orElse(DEFAULT_RATE);
    if (!(rate > 0 && rate < 1)) {
      throw value.orElse(document).mistake("is no probability between 0 and 1");
    }
    return rate;
  }

  private void comparison(JsonValue comparison) {
    List<SplinkLevel> levels = new ArrayList<>();
    Set<String> compared = new TreeSet<>();
    for (JsonValue level : comparison.get("comparison_levels").items()) {
      compared.addAll(SqlMeaning.columns(level.get("sql_condition").text()));
      if (!level.isTrue("is_null_level")) {
        levels.add(SplinkLevel.read(level));
      }
    }
    String name =
        comparison
            .find("output_column_name")
            .map(JsonValue::text)
            .orElse(String.join("+", compared));
    Set<String> roles = new TreeSet<>();
    compared.forEach(column -> roleOf.apply(column).ifPresent(roles::add));
    String own = ownAttribute(levels);
    if (!own.isEmpty()) {
      take(name, own, levels, compared);
    } else if (roles.size() == 1 && ADDRESS.contains(roles.iterator().next())) {
      String role = roles.iterator().next();
      address.put(role, SplinkAddress.part(name, role, levels, notes));
      columns.put(role, List.copyOf(compared));
    } else if (roles.size() == 1 && attribute(roles.iterator().next()).isPresent()) {
      String role = roles.iterator().next();
      columns.put(role, List.copyOf(compared));
      take(name, attribute(role).orElseThrow(), levels, compared);
    } else {
      String why = roles.size() > 1 ? "compares several things at once" : "is no known column";
      notes.add("%s: not taken: %s".formatted(name, why));
    }
  }

  /* What we wrote for Splink says in its labels which levels of ours it is. */
  private static String ownAttribute(List<SplinkLevel> levels) {
    String attribute = "";
    for (SplinkLevel level : levels) {
      Optional<SplinkLabel> label = SplinkLabel.parse(level.label());
      if (label.isEmpty()) {
        return "";
      }
      attribute = label.get().attribute();
    }
    return attribute;
  }

  private void take(String name, String attribute, List<SplinkLevel> levels, Set<String> compared) {
    if (mapped.containsKey(attribute)) {
      notes.add(
          "%s: not taken: %s has been compared by %s already"
              .formatted(name, attribute, mapped.get(attribute).name()));
      return;
    }
    SplinkShares shares = new SplinkShares(name, attribute, levels);
    mapped.put(attribute, shares);
    notes.addAll(shares.notes());
    boolean adjusted = levels.stream().anyMatch(level -> !level.termColumn().isEmpty());
    if (adjusted && (attribute.equals("given-name") || attribute.equals("family-name"))) {
      counted.add(attribute);
      notes.add("  taken: term frequencies, counted in the records at hand");
    } else if (adjusted && attribute.equals("email")) {
      notes.add("  approximated: term frequencies by the number of records that hold the e-mail");
    } else if (adjusted) {
      notes.add("  not taken: term frequencies of " + String.join(", ", compared));
    }
  }

  private static Optional<String> attribute(String role) {
    return switch (role) {
      case "given-name",
          "family-name",
          "additional-name",
          "name-suffix",
          "birth-date",
          "sex",
          "email",
          "phone",
          "strong-id",
          "organization" ->
          Optional.of(role);
      default -> Optional.empty();
    };
  }

  private LinkageModel model(double rate) {
    ModelParameters prior = LinkageModel.prior().parameters();
    if (mapped.containsKey("organization")) {
      counted.add("organization-word");
    }
    List<TermFrequencies> frequencies = prior.frequencies();
    return LinkageModel.of(
        new ModelParameters(
            prior.linkBits(),
            prior.reviewBits(),
            prior.blocking(),
            kind(prior.persons(), rate),
            kind(prior.organizations(), rate),
            frequencies));
  }

  private KindParameters kind(KindParameters prior, double rate) {
    List<KindParameters.Comparison> comparisons = new ArrayList<>();
    for (KindParameters.Comparison comparison : prior.comparisons()) {
      SplinkShares shares = mapped.get(comparison.attribute());
      boolean email = comparison.attribute().equals("sole-holder") && mapped.containsKey("email");
      if (shares != null) {
        comparisons.add(shares.applyTo(comparison));
      } else if (comparison.attribute().equals("address") && !address.isEmpty()) {
        comparisons.add(SplinkAddress.applyTo(comparison, address));
      } else {
        boolean kept = email || KEPT.contains(comparison.attribute());
        comparisons.add(kept ? comparison : comparison.neutral());
      }
    }
    double homes = Math.min(MOST_RATE, rate * prior.homeRate() / prior.matchRate());
    return new KindParameters(rate, homes, 1, comparisons);
  }

  private void closingNotes(JsonValue document) {
    if (!address.isEmpty()) {
      notes.addAll(SplinkAddress.notes(address));
    }
    notes.add("prior: taken: probability_two_random_records_match = " + rate(document));
    int rules =
        document
            .find("blocking_rules_to_generate_predictions")
            .map(found -> found.items().size())
            .orElse(0);
    notes.add(
        "blocking: not taken: %d rules; Cornerstore finds candidates by its own".formatted(rules));
    notes.add(
        "homes: Splink knows none; Cornerstore's own assumptions take off what persons of one home"
            + " share");
    notes.add("thresholds: Splink has none; link from 8 bits, review from 0 bits");
  }
}
