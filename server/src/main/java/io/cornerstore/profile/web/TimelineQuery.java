package io.cornerstore.profile.web;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.TimelineFilter;
import io.cornerstore.profile.web.ApiProblem.Mistake;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The query of a timeline; {@code channel} and {@code type} may be given several times or with
 * commas between.
 */
record TimelineQuery(
    @Nullable List<String> channel,
    @Nullable List<String> type,
    @Nullable String from,
    @Nullable String until,
    @Nullable String cursor,
    @Nullable String limit) {

  private static final int USUAL = 50;

  /** Throws one problem with all mistakes of the query. */
  TimelineFilter filter() {
    List<Mistake> mistakes = new ArrayList<>();
    TimelineFilter filter =
        new TimelineFilter(
            codes("channel", channel, Channel::findByCode, mistakes),
            codes("type", type, InteractionType::findByCode, mistakes),
            time("from", from, mistakes),
            time("until", until, mistakes));
    if (size() < 1 || size() > Profiles.MAXIMUM_PAGE) {
      mistakes.add(mistake("limit", "must be 1 to " + Profiles.MAXIMUM_PAGE));
    }
    if (!mistakes.isEmpty()) {
      throw new ApiProblem(
          ProblemType.INVALID_REQUEST, "The query has " + mistakes.size() + " mistakes.", mistakes);
    }
    return filter;
  }

  /** The limit; 0 when it is no number. */
  int size() {
    if (limit == null) {
      return USUAL;
    }
    return limit.matches("[0-9]{1,6}") ? Integer.parseInt(limit) : 0;
  }

  private static <T> Set<T> codes(
      String parameter,
      @Nullable List<String> codes,
      Function<String, Optional<T>> find,
      List<Mistake> mistakes) {
    Set<T> found = new HashSet<>();
    for (String code : codes == null ? List.<String>of() : codes) {
      find.apply(code)
          .ifPresentOrElse(
              found::add, () -> mistakes.add(mistake(parameter, "names something unknown")));
    }
    return found;
  }

  private static @Nullable Instant time(
      String parameter, @Nullable String text, List<Mistake> mistakes) {
    try {
      return text == null || text.isBlank() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      mistakes.add(mistake(parameter, "must be a time such as 2026-07-01T09:30:00Z"));
      return null;
    }
  }

  private static Mistake mistake(String parameter, String detail) {
    return new Mistake("parameter", parameter, detail);
  }
}
