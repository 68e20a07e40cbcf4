package io.cornerstore.console.home;

import io.cornerstore.audit.AuditTally;
import io.cornerstore.audit.AuditTally.Count;
import io.cornerstore.console.view.HomePage.Line;
import io.cornerstore.console.view.HomePage.Panel;
import io.cornerstore.console.view.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What was done with personal data lately, for the privacy officer: counts, nobody's name. */
final class ReadingsPanel {

  private static final Duration BACK = Duration.ofDays(7);

  private final AuditTally tally;

  ReadingsPanel(AuditTally tally) {
    this.tally = tally;
  }

  Panel panel(Wording words) {
    AuditTally.Counts lately = tally.lately(BACK);
    Map<String, Long> byPurpose = new LinkedHashMap<>();
    lately.counts().stream()
        .filter(count -> count.action().startsWith("profile."))
        .forEach(count -> byPurpose.merge(count.purpose(), count.acts(), Long::sum));
    List<Line> lines = new ArrayList<>();
    byPurpose.forEach((purpose, acts) ->
        lines.add(new Line(words.term("purpose", purpose), words.whole(acts), "")));
    lines.add(line("home.exports", lately, action -> action.startsWith("export."), words));
    lines.add(line("home.undone-imports", lately, "import.undo"::equals, words));
    lines.add(line("home.taken-back", lately, "counter.withdraw"::equals, words));
    lines.add(line("home.refused-sign-ins", lately, "staff.sign-in-refused"::equals, words));
    return new Panel(
        words.text("home.readings"),
        words.whole(byPurpose.values().stream().mapToLong(Long::longValue).sum()),
        remark(lately, words),
        lines,
        null,
        null,
        null);
  }

  /** A trail that is written fast is counted as far as it is cheap, and says so. */
  private static String remark(AuditTally.Counts lately, Wording words) {
    Instant since = lately.since();
    return lately.whole() || since == null
        ? words.text("home.readings-remark")
        : words.text("home.readings-since", words.time(since, ZoneOffset.UTC));
  }

  private static Line line(
      String key, AuditTally.Counts lately, Predicate<String> action, Wording words) {
    long acts =
        lately.counts().stream()
            .filter(count -> action.test(count.action()))
            .mapToLong(Count::acts)
            .sum();
    return new Line(words.text(key), words.whole(acts), "");
  }
}
