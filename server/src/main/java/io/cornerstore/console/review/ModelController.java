package io.cornerstore.console.review;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.console.customer.CustomerWords;
import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.ModelPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.ModelCandidate;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.identity.ModelTrial;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.Previews;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries another model over all records, shows what it would change, and takes it into use. */
@Controller
final class ModelController {

  private final Pages pages;
  private final Readers readers;
  private final ModelDesk desk;
  private final Previews previews;

  ModelController(Pages pages, Readers readers, ModelDesk desk, Previews previews) {
    this.pages = pages;
    this.readers = readers;
    this.desk = desk;
    this.previews = previews;
  }

  @GetMapping("/model")
  ResponseEntity<String> model(
      HttpServletRequest request,
      @RequestParam(name = "used", required = false) @Nullable Long used) {
    Reader reader = readers.settling(request);
    Wording words = reader.words();
    ModelCandidate.Thresholds now = desk.thresholds(reader.staff());
    ModelTrial trial = desk.trial(reader.staff()).orElse(null);
    return pages.show(
        "model",
        new ModelPage(
            readers.frame(request, "menu.model", "model"),
            plain(now.linkBits()),
            plain(now.reviewBits()),
            words.odds(now.linkBits()),
            words.odds(now.reviewBits()),
            trial != null && trial.state() == ModelTrial.State.FAILED,
            trial != null && trial.state() == ModelTrial.State.RUNNING
                ? running(trial, words)
                : null,
            trial == null || trial.outcome() == null ? null : outcome(trial, reader),
            desk.kept(reader.staff()).stream().map(one -> kept(one, words)).toList(),
            used == null ? null : words.text("model.used", Long.toString(used))));
  }

  @PostMapping("/model/try")
  ResponseEntity<String> tryOut(
      HttpServletRequest request,
      @RequestParam("what") String what,
      @RequestParam(name = "link", defaultValue = "") String link,
      @RequestParam(name = "review", defaultValue = "") String review,
      @RequestParam(name = "number", defaultValue = "0") long number) {
    Reader reader = readers.settling(request);
    ModelCandidate candidate =
        switch (what) {
          case "thresholds" -> new ModelCandidate.Thresholds(bits(link), bits(review));
          case "kept" -> new ModelCandidate.Kept(number);
          case "trained" -> new ModelCandidate.Trained();
          default -> throw new NoSuchPage();
        };
    desk.tryOut(reader.staff(), candidate);
    return see("/model");
  }

  @PostMapping("/model/use")
  ResponseEntity<String> use(
      HttpServletRequest request,
      @RequestParam("version") String version,
      @RequestParam("reason") String reason) {
    Reader reader = readers.settling(request);
    return see("/model?used=" + desk.use(reader.staff(), version, reason));
  }

  private static double bits(String typed) {
    try {
      double bits = Double.parseDouble(typed.strip().replace(',', '.'));
      if (Double.isFinite(bits)) {
        return bits;
      }
    } catch (NumberFormatException _) {
      // refused below, like a number that is none
    }
    throw new DecisionRefused(
        DecisionRefused.Reason.BAD_THRESHOLDS, "A threshold is a number of bits.");
  }

  private static ModelPage.Running running(ModelTrial trial, Wording words) {
    return new ModelPage.Running(
        what(trial.candidate(), words),
        words.term("model-stage", trial.stage()),
        trial.done(),
        trial.total());
  }

  private static String what(ModelCandidate candidate, Wording words) {
    return switch (candidate) {
      case ModelCandidate.Thresholds wanted ->
          words.text(
              "model.what-thresholds",
              words.decimal(wanted.linkBits(), 1),
              words.decimal(wanted.reviewBits(), 1));
      case ModelCandidate.Kept kept -> words.text("model.what-kept", Long.toString(kept.number()));
      case ModelCandidate.Trained _ -> words.text("model.what-trained");
      case ModelCandidate.Given _ -> words.text("model.what-given");
    };
  }

  private ModelPage.Outcome outcome(ModelTrial trial, Reader reader) {
    Wording words = reader.words();
    ModelTrial.Outcome outcome = trial.outcome();
    if (outcome == null) {
      throw new IllegalArgumentException("a trial that is done has an outcome");
    }
    return new ModelPage.Outcome(
        outcome.version(),
        what(trial.candidate(), words),
        List.of(
            new ModelPage.Figure(
                words.text("menu.customers"),
                words.whole(outcome.after()),
                words.text("model.now", words.whole(outcome.before()))),
            figure("model.merged", outcome.merged(), "model.merged-remark", words),
            figure("model.split", outcome.split(), "model.split-remark", words),
            figure("model.moved", outcome.moved(), "model.moved-remark", words),
            new ModelPage.Figure(
                words.text("model.doubt"),
                words.whole(outcome.doubtAfter()),
                words.text("model.now", words.whole(outcome.doubtBefore())))),
        outcome.differences().stream().map(new DifferenceWords(words)::of).toList(),
        samples(outcome, reader));
  }

  private static ModelPage.Figure figure(String key, long number, String remark, Wording words) {
    return new ModelPage.Figure(words.text(key), words.whole(number), words.text(remark));
  }

  private List<ModelPage.Sample> samples(ModelTrial.Outcome outcome, Reader reader) {
    List<Set<SubjectId>> sides = new ArrayList<>();
    outcome
        .samples()
        .forEach(sample -> {
          sides.add(Set.copyOf(sample.left()));
          sides.add(Set.copyOf(sample.right()));
        });
    List<CustomerView> views = previews.of(sides, reader.staff(), AccessPurpose.STEWARDSHIP);
    List<ModelPage.Sample> samples = new ArrayList<>();
    // Fewer views than sides: somebody was erased since, and no place fits any more.
    for (int i = 0; views.size() == sides.size() && i < outcome.samples().size(); i++) {
      boolean merge = outcome.samples().get(i).merge();
      samples.add(
          new ModelPage.Sample(
              merge,
              reader.words().text(merge ? "model.would-join" : "model.would-split"),
              brief(views.get(2 * i), reader.words()),
              brief(views.get(2 * i + 1), reader.words())));
    }
    return samples;
  }

  private static String brief(CustomerView view, Wording words) {
    return words.text(
        "model.side", CustomerWords.name(view.displayName(), words), view.identity().subjects());
  }

  private static ModelPage.Kept kept(ModelDesk.KeptModel model, Wording words) {
    return new ModelPage.Kept(
        Long.toString(model.number()),
        words.decimal(model.linkBits(), 1),
        words.decimal(model.reviewBits(), 1),
        model.trainedOn() == 0 ? "–" : words.whole(model.trainedOn()),
        words.time(model.at(), ZoneOffset.UTC),
        model.inUse());
  }

  /* As number fields of forms want it, whatever the language. */
  private static String plain(double bits) {
    return Double.toString(Math.round(bits * 100) / 100.0);
  }

  private static ResponseEntity<String> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
