package io.cornerstore.console.feeds;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.FeedsPage.Figure;
import io.cornerstore.console.view.UndoPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.UndoEffects;
import io.cornerstore.intake.ImportRuns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The undo of a whole import: first what it would change, then the deed. */
@Controller
final class ImportsController {

  private final Pages pages;
  private final Readers readers;
  private final ImportRuns runs;
  private final UndoEffects effects;

  ImportsController(Pages pages, Readers readers, ImportRuns runs, UndoEffects effects) {
    this.pages = pages;
    this.readers = readers;
    this.runs = runs;
    this.effects = effects;
  }

  @GetMapping("/feeds/imports/{run}/undo")
  ResponseEntity<String> preview(HttpServletRequest request, @PathVariable("run") long number) {
    readers.requireKeeperOfFeeds();
    Wording words = readers.words(request);
    ImportRuns.Run run = runs.find(number).orElseThrow(NoSuchPage::new);
    ImportRuns.Scope scope = runs.scope(run.id());
    UndoEffects.Effect effect = effects.of(scope.vanishing(), scope.changing());
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("undo.records", "undo.records-remark", scope.records(), words));
    figures.add(figure("undo.customers", "undo.customers-remark", effect.customers(), words));
    figures.add(figure("undo.ending", "undo.ending-remark", effect.ending(), words));
    figures.add(figure("undo.apart", "undo.apart-remark", effect.fallingApart(), words));
    figures.add(figure("undo.catalogue", "undo.catalogue-remark", scope.catalogue(), words));
    figures.add(figure("undo.quarantined", "undo.quarantined-remark", scope.quarantined(), words));
    figures.add(figure("undo.later", "undo.later-remark", scope.later(), words));
    return pages.show(
        "undo",
        new UndoPage(
            readers.frame(request, "undo.title", "feeds"),
            number,
            scope.run().feed(),
            scope.run().feedName(),
            scope.run().file(),
            words.time(scope.run().started(), ZoneOffset.UTC),
            figures));
  }

  private static Figure figure(String key, String remark, long count, Wording words) {
    return new Figure(words.text(key), words.whole(count), words.text(remark));
  }

  @PostMapping("/feeds/imports/{run}/undo")
  ResponseEntity<String> undo(
      @PathVariable("run") long number, @RequestParam("reason") String reason) {
    readers.requireKeeperOfFeeds();
    ImportRuns.Run run = runs.find(number).orElseThrow(NoSuchPage::new);
    runs.undo(readers.require(AccessPurpose.OPERATION), number, reason);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, "/feeds/" + run.feed() + "?done=" + number)
        .build();
  }
}
