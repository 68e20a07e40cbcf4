package io.cornerstore.console.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.console.view.Language;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.MatchGraph;
import io.cornerstore.kernel.SubjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterPictureTest {

  private static final Wording WORDS = Wording.of(Language.ENGLISH);

  private static SubjectId subject(int number) {
    return new SubjectId(new UUID(0, number));
  }

  private static MatchGraph.Edge edge(int a, int b, double bits) {
    return new MatchGraph.Edge(subject(a), subject(b), 0, bits, 0.9, false, List.of());
  }

  private static ClusterPicture draw(int nodes, MatchGraph.Edge... edges) {
    List<SubjectId> subjects =
        IntStream.range(0, nodes).mapToObj(ClusterPictureTest::subject).toList();
    Map<SubjectId, String> marks = new HashMap<>();
    subjects.forEach(
        subject -> marks.put(subject, "N" + subject.value().getLeastSignificantBits()));
    return ClusterPicture.of(new MatchGraph(subjects, List.of(edges)), marks, Map.of(), WORDS);
  }

  /* A triangle and one more that hangs on it by a weak pair. */
  @Test
  void of_triangleWithATail_marksTheTailAsAWeakBridge() {
    ClusterPicture picture = draw(4, edge(0, 1, 20), edge(1, 2, 20), edge(0, 2, 9), edge(2, 3, 8));

    assertThat(picture.lines())
        .extracting(ClusterPicture.Line::style)
        .containsExactly("link", "link", "link weak", "link weak bridge");
    assertThat(picture.table().getLast().kind()).contains("bridge").contains("weak");
    assertThat(picture.table().getFirst().kind()).isEmpty();
  }

  @Test
  void of_moreThanFitOnACircle_drawsSomeAndListsAll() {
    MatchGraph.Edge[] chain =
        IntStream.range(0, 39).mapToObj(i -> edge(i, i + 1, 12)).toArray(MatchGraph.Edge[]::new);

    ClusterPicture picture = draw(40, chain);

    assertThat(picture.nodes()).hasSize(ClusterPicture.DRAWN);
    assertThat(picture.lines()).hasSize(ClusterPicture.DRAWN - 1);
    assertThat(picture.table()).hasSize(39);
  }
}
