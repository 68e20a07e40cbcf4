package io.cornerstore.cli.model;

import io.cornerstore.linkage.KindParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Our one comparison of addresses from Splink's comparisons of street, postal code and city.
 *
 * <p>Splink adds up their weights as if they were independent of each other; the levels here are
 * products in the same spirit, so that the sum of the weights is Splink's.
 */
final class SplinkAddress {
  private static final Part ABSENT = new Part("", 0, 0);
  private static final double LEAST = 1e-9;

  private SplinkAddress() {}

  /**
   * How often one part of an address agrees.
   *
   * @param name of the comparison
   * @param m among matches
   * @param u among others
   */
  record Part(String name, double m, double u) {}

  static Part part(String name, String role, List<SplinkLevel> levels, List<String> notes) {
    notes.add(name + " → address (" + role + ")");
    for (SplinkLevel level : levels) {
      if (!level.termColumn().isEmpty()) {
        notes.add("  not taken: term frequencies of " + level.termColumn());
      }
    }
    double m = 0;
    double u = 0;
    for (SplinkLevel level : levels) {
      SqlMeaning meaning = SqlMeaning.of(level.sql());
      boolean exact = meaning instanceof SqlMeaning.Exact;
      boolean alike =
          !role.equals("postal-code")
              && (meaning instanceof SqlMeaning.Alike || meaning instanceof SqlMeaning.Edits);
      if (exact || alike) {
        m += level.m().orElse(0.0);
        u += level.u().orElse(0.0);
        notes.add(
            "  %s: \"%s\" = the same %s"
                .formatted(exact ? "taken" : "approximated", level.label(), role));
      } else if (!(meaning instanceof SqlMeaning.Otherwise)) {
        notes.add("  not taken: \"%s\"; counted as different".formatted(level.label()));
      }
    }
    return new Part(name, Math.max(m, LEAST), Math.max(u, LEAST));
  }

  static List<String> notes(Map<String, Part> parts) {
    List<String> notes = new ArrayList<>();
    if (parts.size() > 1) {
      notes.add(
          "address: approximated: one comparison of the parts %s, multiplied as Splink does"
              .formatted(String.join(", ", parts.keySet())));
    }
    notes.add(
        "address: levels the parts do not know (a unit in a building, another house of the street)"
            + " keep Cornerstore's prior");
    return notes;
  }

  static KindParameters.Comparison applyTo(
      KindParameters.Comparison prior, Map<String, Part> parts) {
    int size = prior.levels().size();
    double[] m = new double[size];
    double[] u = new double[size];
    for (int i = 0; i < size; i++) {
      KindParameters.Level level = prior.levels().get(i);
      m[i] = share(level.name(), parts, true, level.m());
      u[i] = share(level.name(), parts, false, level.u());
    }
    return prior.with(m, u);
  }

  private static double share(String level, Map<String, Part> parts, boolean match, double prior) {
    Set<String> known = parts.keySet();
    double street = rate(parts, "street", match);
    double code = rate(parts, "postal-code", match);
    double city = rate(parts, "city", match);
    double place = known.size() == 1 ? 1 : code + (1 - code) * city;
    double share =
        switch (level) {
          case "exact" -> known.contains("street") ? street * place : prior;
          case "postal-code" -> known.contains("postal-code") ? (1 - street) * code : prior;
          case "locality" -> known.contains("city") ? (1 - street) * (1 - code) * city : prior;
          case "different" ->
              1
                  - (known.contains("street") ? street * place : 0)
                  - (1 - street) * code
                  - (1 - street) * (1 - code) * city;
          default -> prior;
        };
    return Math.clamp(share, LEAST, 1);
  }

  private static double rate(Map<String, Part> parts, String role, boolean match) {
    Part part = parts.getOrDefault(role, ABSENT);
    return match ? part.m : part.u;
  }
}
