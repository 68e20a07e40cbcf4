package io.cornerstore.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.KindParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models in the form of Splink 4 and 5, with figures made up for the tests. */
final class SplinkModelTest {
  private static final Map<String, String> ROLES =
      Map.of(
          "first_name", "given-name",
          "surname", "family-name",
          "dob", "birth-date",
          "email", "email",
          "city", "city",
          "street", "street",
          "postcode", "postal-code");
  @TempDir private Path folder;

  private ModelFile read(String json) throws IOException {
    Path file = folder.resolve("splink.json");
    Files.writeString(file, json);
    return ModelFile.read(file, column -> Optional.ofNullable(ROLES.get(column)));
  }

  private static String level(String sql, String label, String rest) {
    return "{\"sql_condition\": \"%s\", \"label_for_charts\": \"%s\"%s}"
        .formatted(sql.replace("\"", "\\\""), label, rest);
  }

  private static String probabilities(double m, double u) {
    return ", \"m_probability\": %s, \"u_probability\": %s".formatted(m, u);
  }

  private static String comparison(String column, String... levels) {
    String missing = "\"%s_l\" IS NULL OR \"%s_r\" IS NULL".formatted(column, column);
    return "{\"output_column_name\": \"%s\", \"comparison_levels\": [%s, %s]}"
        .formatted(
            column,
            level(missing, column + " is NULL", ", \"is_null_level\": true"),
            String.join(", ", levels));
  }

  private static String model(String... comparisons) {
    return """
    {"link_type": "dedupe_only", "probability_two_random_records_match": 0.002,
    "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.dob = r.dob"}],
    "comparisons": [%s]}
    """
        .formatted(String.join(",\n", comparisons));
  }

  private static String surname() {
    return comparison(
        "surname",
        level(
            "\"surname_l\" = \"surname_r\"",
            "Exact",
            probabilities(.6, .004) + ", \"tf_adjustment_column\": \"surname\""),
        level(
            "jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.95",
            "very close",
            probabilities(.15, .002)),
        level("levenshtein(\"surname_l\", \"surname_r\") <= 2", "two", probabilities(.05, .004)),
        level("ELSE", "All other", probabilities(.2, .99)));
  }

  private static KindParameters.Level own(ModelFile file, String attribute, String level) {
    return file.model().parameters().persons().comparison(attribute).levels().stream()
        .filter(one -> one.name().equals(level))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void read_levelsOfAName_addUpToTheirs() throws Exception {
    ModelFile file = read(model(surname()));
    assertThat(own(file, "family-name", "exact").m()).isEqualTo(.6);
    assertThat(own(file, "family-name", "exact").u()).isEqualTo(.004);
    assertThat(own(file, "family-name", "typing-error").m()).isEqualTo(.2, within(1e-12));
    assertThat(own(file, "family-name", "typing-error").u()).isEqualTo(.006, within(1e-12));
    double rest =
        List.of("nickname", "part", "initial", "similar", "different").stream()
            .mapToDouble(level -> own(file, "family-name", level).m())
            .sum();
    assertThat(rest).isEqualTo(.2, within(1e-12));
    assertThat(file.model().parameters().persons().matchRate()).isEqualTo(.002);
    assertThat(file.countedHere()).containsExactly("family-name");
    assertThat(file.notes())
        .contains(
            "surname → family-name",
            "  taken: \"Exact\" = exact",
            "  approximated: \"very close\" = typing-error",
            "  taken: term frequencies, counted in the records at hand",
            "blocking: not taken: 1 rules; Cornerstore finds candidates by its own");
  }

  @Test
  void read_whatIsNotCompared_saysNothing() throws Exception {
    ModelFile file = read(model(surname()));
    for (String attribute : List.of("given-name", "phone", "birth-date", "address", "source")) {
      assertThat(file.model().parameters().persons().comparison(attribute).levels())
          .as(attribute)
          .allMatch(level -> level.weightBits() == 0);
    }
  }

  @Test
  void read_partsOfAnAddress_weighAsMuchAsTheirSum() throws Exception {
    ModelFile file =
        read(
            model(
                comparison(
                    "street",
                    level("\"street_l\" = \"street_r\"", "same", probabilities(.7, .001)),
                    level("ELSE", "other", probabilities(.3, .999))),
                comparison(
                    "postcode",
                    level("\"postcode_l\" = \"postcode_r\"", "same", probabilities(.8, .01)),
                    level("ELSE", "other", probabilities(.2, .99)))));
    assertThat(own(file, "address", "exact").m()).isEqualTo(.56, within(1e-12));
    assertThat(own(file, "address", "exact").u()).isEqualTo(.00001, within(1e-12));
    assertThat(own(file, "address", "postal-code").weightBits())
        .isEqualTo(log2(.3 / .999) + log2(.8 / .01), within(1e-9));
    assertThat(file.notes()).anyMatch(note -> note.startsWith("address: approximated: one"));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void read_unknownColumnsLevelsAndGaps_areNamed() throws Exception {
    ModelFile file =
        read(
            model(
                surname(),
                comparison("shoe_size", level("ELSE", "All other", probabilities(1, 1))),
                comparison(
                    "first_name",
                    level(
                        "\"first_name_l\" = \"surname_r\" AND \"surname_l\" = \"first_name_r\"",
                        "swapped",
                        probabilities(.01, .001)),
                    level("ELSE", "All other", probabilities(.9, .9))),
                comparison(
                    "email",
                    level("\"email_l\" = \"email_r\"", "Exact", ""),
                    level(
                        "cosine(\"email_l\", \"email_r\") > 0.5",
                        "vectors",
                        ", \"m_probability\": \"level not observed in training dataset\","
                            + " \"u_probability\": 0.1"),
                    level("ELSE", "All other", probabilities(.3, .9)))));
    assertThat(file.notes())
        .contains(
            "shoe_size: not taken: is no known column",
            "first_name: not taken: compares several things at once",
            "  not taken: \"vectors\" has no like; counted with what is left",
            "  not taken: m or u of \"Exact\", never estimated; Cornerstore's prior instead");
    assertThat(own(file, "email", "exact").weightBits()).isGreaterThan(10);
  }

  @Test
  void read_broken_isRefusedWithLineAndField() {
    assertThatThrownBy(() -> read(model(surname().replace("0.6", "6"))))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("line 3: comparisons[0].comparison_levels[1].m_probability");
    assertThatThrownBy(() -> read(model(comparison("x", level("ELSE", "e", "")))))
        .hasMessageContaining("none of these columns is known");
    assertThatThrownBy(() -> read("{\"comparisons\": 3}")).hasMessageContaining("must be a list");
  }

  @Test
  void roundTrip_splinkOursSplink_keepsWhatCouldBeMapped() throws Exception {
    ModelFile first = read(model(surname()));
    Path again = folder.resolve("again.json");
    first.writeForSplink(
        again, new SplinkSchema(first.columns(), "unique_id", "dedupe_only", false));
    JsonValue written = JsonReading.read(again);
    assertThat(written.get("probability_two_random_records_match").number()).isEqualTo(.002);
    List<JsonValue> levels =
        written.get("comparisons").items().getFirst().get("comparison_levels").items();
    assertThat(levels.get(0).isTrue("is_null_level")).isTrue();
    JsonValue exact = levels.get(1);
    assertThat(exact.get("sql_condition").text()).isEqualTo("\"surname_l\" = \"surname_r\"");
    assertThat(exact.get("m_probability").number()).isEqualTo(.6);
    assertThat(exact.get("u_probability").number()).isEqualTo(.004);
    assertThat(exact.get("tf_adjustment_column").text()).isEqualTo("surname");
    double m = 0;
    double u = 0;
    for (JsonValue level : levels.subList(1, levels.size())) {
      m += level.get("m_probability").number();
      u += level.get("u_probability").number();
    }
    assertThat(m).isEqualTo(1, within(1e-9));
    assertThat(u).isEqualTo(1, within(1e-9));
    ModelFile second = ModelFile.read(again, column -> Optional.ofNullable(ROLES.get(column)));
    KindParameters.Level merged = own(second, "family-name", "nickname");
    assertThat(merged.m() + own(second, "family-name", "different").m())
        .isEqualTo(
            own(first, "family-name", "nickname").m() + own(first, "family-name", "different").m(),
            within(1e-12));
    for (String level : List.of("exact", "typing-error", "part", "initial", "similar")) {
      assertThat(own(second, "family-name", level).m())
          .isEqualTo(own(first, "family-name", level).m(), within(1e-12));
      assertThat(own(second, "family-name", level).u())
          .isEqualTo(own(first, "family-name", level).u(), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "a_l" = "a_r"                                                  | Exact[]
          a_l = a_r                                                      | Exact[]
          lower("a_l") = lower("a_r")                                    | Exact[]
          `a_l` = `a_r`                                                  | Exact[]
          levenshtein("a_l", "a_r") <= 2                                 | Edits[most=2]
          damerau_levenshtein(a_l, a_r) < 2                              | Edits[most=1]
          jaro_winkler_similarity("a_l", "a_r") >= 0.88                  | Alike[least=0.88]
          jaro_similarity(a_l, a_r) > .9                                 | Alike[least=0.9]
          ABS(EPOCH(try_strptime("a_l", '%Y')) - EPOCH(try_strptime("a_r", '%Y'))) <= 86400.0 | Days[most=1.0]
          abs(date_diff('day', "a_l", "a_r")) <= 30                      | Days[most=30.0]
          array_length(list_intersect("a_l", "a_r")) >= 1                | Overlap[]
          substr("a_l", 1, 1) = substr("a_r", 1, 1)                      | Initial[]
          NULLIF(regexp_extract("a_l", '^[^@]+', 0), '') = NULLIF(regexp_extract("a_r", '^[^@]+', 0), '') | LocalPart[]
          regexp_extract("a_l", '^[A-Z]+') = regexp_extract("a_r", '^[A-Z]+') | Part[]
          "a_l" = "b_r" AND "b_l" = "a_r"                                | Unknown[]
          NOT ("a_l" = "a_r")                                            | Unknown[]
          cosine("a_l", "a_r") > 0.4                                     | Unknown[]
          ELSE                                                           | Otherwise[]
          """)
  void condition_ofSplink_isUnderstood(String sql, String meaning) {
    assertThat(SqlMeaning.of(sql)).hasToString(meaning);
  }
}
