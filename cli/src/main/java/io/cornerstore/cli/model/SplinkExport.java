package io.cornerstore.cli.model;

import io.cornerstore.linkage.KindParameters;
import io.cornerstore.linkage.LinkageModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a model as settings that Splink 5 loads, for its DuckDB. */
final class SplinkExport {
  private final SplinkSchema schema;
  private final SplinkSql sql;
  private final List<String> notes;

  private SplinkExport(SplinkSchema schema, List<String> notes) {
    this.schema = schema;
    this.sql = new SplinkSql(schema);
    this.notes = notes;
  }

  static Map<String, Object> of(LinkageModel model, SplinkSchema schema, List<String> notes) {
    return new SplinkExport(schema, notes).document(model);
  }

  private Map<String, Object> document(LinkageModel model) {
    KindParameters kind =
        schema.organizations() ? model.parameters().organizations() : model.parameters().persons();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("link_type", schema.linkType());
    document.put("probability_two_random_records_match", kind.matchRate());
    document.put("sql_dialect", "duckdb");
    document.put("unique_id_column_name", schema.uniqueId());
    document.put("source_dataset_column_name", "source_dataset");
    document.put("retain_matching_columns", true);
    document.put("retain_intermediate_calculation_columns", false);
    document.put("additional_columns_to_retain", List.of());
    document.put("em_convergence", 0.0001);
    document.put("max_iterations", 25);
    document.put("blocking_rules_to_generate_predictions", blocking());
    List<Object> comparisons = new ArrayList<>();
    for (KindParameters.Comparison comparison : kind.comparisons()) {
      Optional<SplinkSql.Compared> compared = sql.of(comparison.attribute());
      if (compared.isPresent()) {
        comparisons.add(comparison(comparison, compared.get()));
      }
    }
    document.put("comparisons", comparisons);
    notes.add("not written: name-order, source, sole-holder, other-columns: Splink has no like");
    notes.add(
        "not written: what persons of one home share: Splink takes it for evidence, and rates them"
            + " too high");
    notes.add("approximated: blocking: equality in the place of names that sound alike");
    notes.add("approximated: texts are compared as they stand; Cornerstore folds case and accents");
    return document;
  }

  private Map<String, Object> comparison(
      KindParameters.Comparison comparison, SplinkSql.Compared compared) {
    Map<String, KindParameters.Level> ours = new LinkedHashMap<>();
    comparison.levels().forEach(level -> ours.put(level.name(), level));
    List<Object> levels = new ArrayList<>();
    levels.add(missing(compared));
    String termColumn = compared.termColumn();
    for (SqlLevel level : compared.levels()) {
      levels.add(level(comparison.attribute(), level, ours, termColumn));
      termColumn = "";
      level.ours().forEach(ours::remove);
    }
    if (!ours.isEmpty()) {
      notes.add(
          "not written: %s: %s, for which Splink has no like"
              .formatted(comparison.attribute(), String.join(", ", ours.keySet())));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("output_column_name", compared.column());
    fields.put("comparison_description", comparison.attribute());
    fields.put("comparison_levels", levels);
    return fields;
  }

  private static Map<String, Object> missing(SplinkSql.Compared compared) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sql_condition", compared.missing());
    fields.put("label_for_charts", compared.column() + " is missing");
    fields.put("is_null_level", true);
    return fields;
  }

  private Map<String, Object> level(
      String attribute, SqlLevel level, Map<String, KindParameters.Level> ours, String termColumn) {
    double m = level.ours().stream().mapToDouble(name -> own(ours, name).m()).sum();
    double u = level.ours().stream().mapToDouble(name -> own(ours, name).u()).sum();
    String label = new SplinkLabel(attribute, level.ours()).text();
    notes.add("%s: %s".formatted(level.equal() ? "equal" : "approximated", label));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sql_condition", level.sql());
    fields.put("label_for_charts", label);
    fields.put("m_probability", Math.min(1, m));
    fields.put("u_probability", Math.min(1, u));
    if (!termColumn.isEmpty()) {
      fields.put("tf_adjustment_column", termColumn);
      fields.put("tf_adjustment_weight", 1.0);
    }
    return fields;
  }

  private static KindParameters.Level own(Map<String, KindParameters.Level> ours, String name) {
    KindParameters.Level level = ours.get(name);
    if (level == null) {
      throw new IllegalStateException("level " + name + " is written twice");
    }
    return level;
  }

  /* Ours ask for names that sound alike and for initials; SQL asks for what is equal. */
  private List<Object> blocking() {
    List<String> rules = new ArrayList<>();
    add(rules, "email");
    add(rules, "phone");
    add(rules, "strong-id");
    add(rules, "given-name", "family-name");
    add(rules, "birth-date", "given-name");
    add(rules, "birth-date", "family-name");
    add(rules, "birth-date", "city");
    add(rules, "birth-year", "birth-month", "birth-day", "family-name");
    add(rules, "birth-year", "birth-month", "birth-day", "given-name");
    add(rules, "family-name", "city");
    add(rules, "given-name", "city");
    add(rules, "given-name", "postal-code");
    add(rules, "street", "house-number");
    add(rules, "street");
    add(rules, "organization");
    if (rules.isEmpty()) {
      rules.add("1=1");
    }
    List<Object> written = new ArrayList<>();
    for (String rule : rules) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("blocking_rule", rule);
      fields.put("sql_dialect", "duckdb");
      written.add(fields);
    }
    return written;
  }

  private void add(List<String> rules, String... roles) {
    List<String> terms = new ArrayList<>();
    for (String role : roles) {
      Optional<String> column = schema.column(role);
      if (column.isEmpty()) {
        return;
      }
      String quoted = "\"" + column.get().replace("\"", "\"\"") + "\"";
      terms.add("l." + quoted + " = r." + quoted);
    }
    rules.add(String.join(" AND ", terms));
  }
}
