package io.cornerstore.cli.model;

import java.util.Optional;

/**
 * One level of a comparison in a Splink model, but not the one for missing values.
 *
 * @param label for people
 * @param sql the condition
 * @param m probability among matches, or empty when it was never estimated
 * @param u probability among others, or empty when it was never estimated
 * @param termColumn the column whose frequencies adjust the weight, or empty
 */
record SplinkLevel(
    String label, String sql, Optional<Double> m, Optional<Double> u, String termColumn) {
  /** What Splink itself takes for a level it has never seen. */
  private static final double UNSEEN = 1e-6;

  static SplinkLevel read(JsonValue level) {
    String sql = level.get("sql_condition").text();
    return new SplinkLevel(
        level.find("label_for_charts").map(JsonValue::text).orElse(sql),
        sql,
        probability(level, "m_probability"),
        probability(level, "u_probability"),
        level.find("tf_adjustment_column").map(JsonValue::text).orElse(""));
  }

  private static Optional<Double> probability(JsonValue level, String field) {
    return level
        .find(field)
        .map(value -> {
          if (value.isText()) {
            return UNSEEN;
          }
          double number = value.number();
          if (!(number >= 0 && number <= 1)) {
            throw value.mistake("is no probability between 0 and 1");
          }
          return Math.max(number, UNSEEN);
        });
  }
}
