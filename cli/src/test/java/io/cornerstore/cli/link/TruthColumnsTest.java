package io.cornerstore.cli.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.cli.link.TruthColumns.Clusters;
import io.cornerstore.cli.link.TruthColumns.Pairs;
import io.cornerstore.cli.terminal.UserMistake;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthColumnsTest {
  private static TruthColumns of(String... columns) {
    return TruthColumns.of(List.of(columns), "", List.of("rec_id"), _ -> false);
  }

  @Test
  void of_usualNames_areRecognised() {
    assertThat(of("id", "cluster")).isEqualTo(new Clusters(0, -1, 1));
    assertThat(of("cluster_id", "source", "id")).isEqualTo(new Clusters(2, 1, 0));
    assertThat(of("fname", "rec_id", "ent_id")).isEqualTo(new Clusters(1, -1, 2));
    assertThat(of("blind_id", "truePerson")).isEqualTo(new Clusters(0, -1, 1));
    assertThat(of("id_1", "id_2")).isEqualTo(new Pairs(0, -1, 1, -1, -1));
    assertThat(of("id1", "id2")).isEqualTo(new Pairs(0, -1, 1, -1, -1));
    assertThat(of("rec_id_a", "rec_id_b")).isEqualTo(new Pairs(0, -1, 1, -1, -1));
    assertThat(of("left_id", "right_id", "label")).isEqualTo(new Pairs(0, -1, 1, -1, 2));
    assertThat(of("id_abt", "id_buy")).isEqualTo(new Pairs(0, -1, 1, -1, -1));
    assertThat(
            of(
                "unique_id_l",
                "source_dataset_l",
                "unique_id_r",
                "source_dataset_r",
                "clerical_match_score"))
        .isEqualTo(new Pairs(0, 1, 2, 3, 4));
    assertThat(of("name_l", "unique_id_l", "name_r", "unique_id_r"))
        .isEqualTo(new Pairs(1, -1, 3, -1, -1));
  }

  @Test
  void of_unusualNames_areToldByTheirValues() {
    List<String> names = List.of("alpha", "beta");
    assertThat(TruthColumns.of(names, "", List.of(), _ -> true))
        .isEqualTo(new Pairs(0, -1, 1, -1, -1));
    assertThat(TruthColumns.of(names, "", List.of(), i -> i == 1))
        .isEqualTo(new Clusters(1, -1, 0));
    assertThat(TruthColumns.of(names, "beta", List.of(), _ -> true))
        .isEqualTo(new Clusters(0, -1, 1));
  }

  @Test
  void of_nothingFits_saysWhatThereIs() {
    assertThatThrownBy(() -> of("alpha", "beta"))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("alpha, beta");
    assertThatThrownBy(() -> TruthColumns.of(List.of("a"), "b", List.of(), _ -> true))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("no column b");
  }
}
