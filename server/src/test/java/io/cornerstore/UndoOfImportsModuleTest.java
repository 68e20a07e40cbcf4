package io.cornerstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.Actor;
import io.cornerstore.identity.UndoEffects;
import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.intake.IntakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import that is undone has never been. */
class UndoOfImportsModuleTest {

  private static final Actor OPERATOR = new Actor.Machine("command-line");

  @ParameterizedTest
  @CsvSource({"1, 5000", "2, 5000", "3, 5000", "4, 5", "5, 5"})
  void undo_ofTheLastImport_leavesTheStateBefore(long seed, int largeFrom, @TempDir Path folder) {
    UndoWorld world = new UndoWorld(seed, folder);
    try (WholeServer server = WholeServer.start("cornerstore.identity.large-from=" + largeFrom)) {
      server.run(world.files("base", 60, false));
      server.resolve();
      Map<String, List<String>> before = UndoWorld.state(server, true);
      long last = newest(server);
      Path wrong = world.files("wrong", 50, true);
      ImportReport first = server.run(wrong);
      server.resolve();
      Map<String, List<String>> with = UndoWorld.state(server, false);
      assertThat(with.get("customers")).isNotEqualTo(before.get("customers"));

      undoAfter(server, last);
      server.resolve();

      assertSame(UndoWorld.state(server, true), before);
      ImportReport again = server.run(wrong);
      server.resolve();
      assertThat(again.appended()).isEqualTo(first.appended());
      assertThat(again.feeds())
          .extracting(FeedReport::accepted)
          .isEqualTo(first.feeds().stream().map(FeedReport::accepted).toList());
      assertSame(UndoWorld.state(server, false), with);
    }
  }

  @ParameterizedTest
  @CsvSource({"11, 5000", "12, 5000", "13, 5", "14, 5000"})
  void undo_afterOthersArrived_leavesWhatTheyAloneWouldHaveMade(
      long seed, int largeFrom, @TempDir Path folder) {
    UndoWorld world = new UndoWorld(seed, folder);
    Path base = world.files("base", 50, false);
    Path wrong = world.files("wrong", 40, true);
    Path later = world.files("later", 40, seed % 2 == 0);
    Path key = ServerArguments.newRootKeyFile();
    String setting = "cornerstore.identity.large-from=" + largeFrom;
    Map<String, List<String>> without;
    try (WholeServer server = WholeServer.startUnder(key, setting)) {
      server.run(base);
      server.run(later);
      server.resolve();
      without = UndoWorld.state(server, false);
    }
    try (WholeServer server = WholeServer.startUnder(key, setting)) {
      server.run(base);
      server.resolve();
      long last = newest(server);
      server.run(wrong);
      server.resolve();
      long behind = newest(server);
      server.run(later);
      server.resolve();

      for (ImportRuns.Run run : server.bean(ImportRuns.class).newest(null, 100)) {
        if (run.id() > last && run.id() <= behind) {
          server.bean(ImportRuns.class).undo(OPERATOR, run.id(), "the wrong file");
        }
      }
      server.run(later);
      server.resolve();

      assertSame(UndoWorld.state(server, false), without);
    }
  }

  @Test
  void preview_saysWhatWouldChange_andAnUndoHappensOnce(@TempDir Path folder) {
    UndoWorld world = new UndoWorld(21, folder);
    try (WholeServer server = WholeServer.start()) {
      server.run(world.files("base", 40, false));
      server.resolve();
      long last = newest(server);
      server.run(world.files("wrong", 40, true));
      server.resolve();
      ImportRuns runs = server.bean(ImportRuns.class);
      ImportRuns.Run crm =
          runs.newest(null, 10).stream()
              .filter(run -> run.id() > last && run.feedName().startsWith("crm"))
              .findFirst()
              .orElseThrow();

      ImportRuns.Scope scope = runs.scope(crm.id());
      UndoEffects.Effect effect =
          server.bean(UndoEffects.class).of(scope.vanishing(), scope.changing());
      ImportRuns.Undone undone = runs.undo(OPERATOR, crm.id(), "the wrong file");

      assertThat(scope.records()).isEqualTo(crm.accepted()).isEqualTo(undone.records());
      assertThat((long) scope.vanishing().size() + scope.changing().size())
          .isEqualTo(undone.subjects());
      assertThat(effect.customers()).isPositive();
      assertThat(runs.find(crm.id()).orElseThrow().undo()).isNotNull();
      assertThatThrownBy(() -> runs.undo(OPERATOR, crm.id(), "again"))
          .isInstanceOf(IntakeException.class)
          .hasMessageContaining("undone before");
    }
  }

  private static long newest(WholeServer server) {
    return server.bean(ImportRuns.class).newest(null, 1).stream()
        .mapToLong(ImportRuns.Run::id)
        .max()
        .orElse(0);
  }

  private static void undoAfter(WholeServer server, long last) {
    for (ImportRuns.Run run : server.bean(ImportRuns.class).newest(null, 100)) {
      if (run.id() > last) {
        server.bean(ImportRuns.class).undo(OPERATOR, run.id(), "the wrong file");
      }
    }
  }

  private static void assertSame(
      Map<String, List<String>> actual, Map<String, List<String>> expected) {
    expected.forEach(
        (what, rows) -> assertThat(actual.get(what)).as(what).containsExactlyElementsOf(rows));
  }
}
