package io.cornerstore.identity.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.kernel.SubjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeamTest {

  private static SubjectId subject(int number) {
    return new SubjectId(new UUID(0, number));
  }

  private static Seam.Link link(int a, int b, double bits) {
    return new Seam.Link(subject(a), subject(b), bits);
  }

  @Test
  void of_twoTrianglesAndABridge_isTheBridge() {
    List<Seam.Link> links =
        List.of(
            link(1, 2, 20),
            link(2, 3, 20),
            link(1, 3, 20),
            link(3, 4, 9),
            link(4, 5, 15),
            link(5, 6, 15),
            link(4, 6, 15));

    Seam seam = Seam.of(links, Map.of(subject(1), 1, subject(2), 1, subject(5), 9));

    assertThat(seam).isEqualTo(new Seam(Set.of(subject(1), subject(2), subject(3)), 2, 1, 9));
  }

  @Test
  void of_severalPairsAcross_countsThemAndTellsTheStrongest() {
    List<Seam.Link> links =
        List.of(link(1, 2, 20), link(3, 4, 20), link(1, 3, 8), link(2, 4, 10), link(1, 4, 7));

    Seam seam = Seam.of(links, Map.of(subject(1), 5, subject(3), 2));

    assertThat(seam).isEqualTo(new Seam(Set.of(subject(3), subject(4)), 2, 3, 10));
  }

  @Test
  void of_whatPeopleSaid_isNeverTheSeamBeforeEvidence() {
    List<Seam.Link> links = List.of(link(1, 2, Double.POSITIVE_INFINITY), link(2, 3, 40));

    assertThat(Seam.of(links, Map.of(subject(1), 4)).apart()).containsExactly(subject(3));
  }

  @Test
  void of_nothingLeadsAcross_isTheLighterPart() {
    List<Seam.Link> links = List.of(link(1, 2, 20), link(3, 4, 20));

    assertThat(Seam.of(links, Map.of(subject(1), 5, subject(4), 2)))
        .isEqualTo(new Seam(Set.of(subject(3), subject(4)), 2, 0, 0));
    assertThat(Seam.of(List.of(), Map.of()).apart()).isEmpty();
  }

  @Test
  void of_linksInAnyOrder_isTheSame() {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      List<Seam.Link> links = new ArrayList<>();
      for (int i = 1; i < 9; i++) {
        links.add(link(random.nextInt(i), i, random.nextInt(6)));
      }
      Seam seam = Seam.of(links, Map.of(subject(0), 1));
      Collections.shuffle(links, random);
      assertThat(Seam.of(links, Map.of(subject(0), 1)).bits()).isEqualTo(seam.bits());
    }
  }
}
