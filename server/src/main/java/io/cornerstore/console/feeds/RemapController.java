package io.cornerstore.console.feeds;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.FeedsPage.Figure;
import io.cornerstore.console.view.FeedsPage.Group;
import io.cornerstore.console.view.RemapPage;
import io.cornerstore.console.view.RemapPage.Refusal;
import io.cornerstore.console.view.Wording;
import io.cornerstore.intake.FeedWatch;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingMistake;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.intake.Remapping;
import io.cornerstore.intake.Remapping.NewMapping;
import io.cornerstore.intake.Remapping.RemapReport;
import io.cornerstore.intake.Remapping.UsedMapping;
import io.cornerstore.kernel.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The mapping of a feed: shown, changed, and what was received read again by it. Only what was
 * previewed is applied, so that nobody changes a million entries by one press of a key.
 */
@Controller
final class RemapController {

  private final Pages pages;
  private final Readers readers;
  private final FeedWatch watch;
  private final Remapping remapping;

  RemapController(Pages pages, Readers readers, FeedWatch watch, Remapping remapping) {
    this.pages = pages;
    this.readers = readers;
    this.watch = watch;
    this.remapping = remapping;
  }

  @GetMapping("/feeds/{feed}/mapping")
  ResponseEntity<String> mapping(
      HttpServletRequest request,
      @PathVariable("feed") int number,
      @RequestParam(name = "version", required = false) @Nullable String version) {
    Desk desk = desk(request, number);
    UsedMapping chosen =
        desk.used.stream()
            .filter(one -> version == null || one.hash().equals(version))
            .findFirst()
            .orElse(null);
    if (version != null && chosen == null) {
      throw new NoSuchPage();
    }
    return desk.show(HttpStatus.OK, chosen == null ? "" : chosen.text(), List.of(), null);
  }

  @PostMapping("/feeds/{feed}/mapping")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable("feed") int number,
      @RequestParam("mapping") String typed,
      @RequestParam("act") String act,
      @RequestParam(name = "seen", defaultValue = "") String seen) {
    Desk desk = desk(request, number);
    // Browsers end the lines of a form by two characters, whatever they were given.
    String text = typed.replace("\r\n", "\n");
    NewMapping mapping = new NewMapping(text, null);
    try {
      if (act.equals("apply") && seen.equals(Sha256.hex(text))) {
        RemapReport done = remapping.apply(desk.actor, number, mapping);
        return desk(request, number).show(HttpStatus.OK, text, List.of(), desk.done(done));
      }
      RemapReport preview = remapping.preview(desk.actor, number, mapping);
      return desk.show(
          HttpStatus.OK, text, List.of(), desk.preview(preview, text, act.equals("apply")));
    } catch (MappingRefused refused) {
      return desk.show(HttpStatus.UNPROCESSABLE_CONTENT, text, desk.mistakes(refused, text), null);
    } catch (IntakeException refused) {
      return desk.show(
          HttpStatus.CONFLICT,
          text,
          List.of(new Refusal(null, String.valueOf(refused.getMessage()), null)),
          null);
    }
  }

  private Desk desk(HttpServletRequest request, int number) {
    readers.requireKeeperOfFeeds();
    Actor actor = readers.require(AccessPurpose.OPERATION);
    FeedWatch.Feed feed = watch.find(number).orElseThrow(NoSuchPage::new);
    return new Desk(
        request, readers.words(request), actor, feed, remapping.mappings(actor, number));
  }

  /** One feed before one reader. */
  private final class Desk {
    private final HttpServletRequest request;
    private final Wording words;
    private final Actor actor;
    private final FeedWatch.Feed feed;
    private final List<UsedMapping> used;

    Desk(
        HttpServletRequest request,
        Wording words,
        Actor actor,
        FeedWatch.Feed feed,
        List<UsedMapping> used) {
      this.request = request;
      this.words = words;
      this.actor = actor;
      this.feed = feed;
      this.used = used;
    }

    ResponseEntity<String> show(
        HttpStatus status, String text, List<Refusal> refusals, RemapPage.@Nullable Report report) {
      return pages.show(
          status,
          "remap",
          new RemapPage(
              readers.frame(request, "remap.title", "feeds"),
              feed.number(),
              FeedsController.name(feed),
              used.isEmpty() ? null : used.getFirst().file().toString(),
              text,
              refusals,
              report,
              used.stream().map(this::earlier).toList()));
    }

    private RemapPage.Earlier earlier(UsedMapping mapping) {
      return new RemapPage.Earlier(
          mapping.hash(),
          FeedsController.brief(mapping.file().toString()),
          words.time(mapping.lastUsed(), ZoneOffset.UTC),
          mapping.equals(used.getFirst()));
    }

    List<Refusal> mistakes(MappingRefused refused, String text) {
      List<String> lines = text.lines().toList();
      return refused.mistakes().stream().map(mistake -> refusal(mistake, lines)).toList();
    }

    private Refusal refusal(MappingMistake mistake, List<String> lines) {
      String line = mistake.line() <= lines.size() ? lines.get(mistake.line() - 1).strip() : "";
      return new Refusal(
          words.text("remap.place", mistake.line(), mistake.column()),
          mistake.message(),
          line.isEmpty() ? null : line);
    }

    RemapPage.Report preview(RemapReport report, String text, boolean unseen) {
      String lead = words.text(unseen ? "remap.unseen" : "remap.preview");
      return report(report, lead, Sha256.hex(text));
    }

    RemapPage.Report done(RemapReport report) {
      return report(report, words.text("remap.done", Long.toString(report.run())), null);
    }

    private RemapPage.Report report(RemapReport report, String lead, @Nullable String seen) {
      List<Figure> figures = new ArrayList<>();
      figures.add(figure("remap.entries", "remap.entries-remark", report.entries()));
      figures.add(
          figure(
              seen == null ? "remap.changed" : "remap.would-change",
              "remap.changed-remark",
              report.changed()));
      figures.add(figure("remap.moved", "remap.moved-remark", report.moved()));
      figures.add(figure("remap.same", "remap.same-remark", report.same()));
      if (report.unkept() > 0) {
        figures.add(figure("remap.unkept", "remap.unkept-remark", report.unkept()));
      }
      List<Group> stay = new ArrayList<>();
      new TreeMap<>(report.refused())
          .forEach(
              (why, count) -> stay.add(new Group("", words.reason(why), words.whole(count), "")));
      String missing =
          report.missing().isEmpty()
              ? null
              : words.text("remap.missing", String.join(", ", new TreeSet<>(report.missing())));
      return new RemapPage.Report(lead, figures, stay, missing, seen);
    }

    private Figure figure(String key, String remark, long count) {
      return new Figure(words.text(key), words.whole(count), words.text(remark));
    }
  }
}
