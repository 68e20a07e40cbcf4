package io.cornerstore.cli.model;

import io.cornerstore.linkage.KindParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How m and u of the levels of one Splink comparison fall to the levels of one attribute of ours.
 *
 * <p>Several of theirs that mean one of ours are added up. One of theirs that covers several of
 * ours, as the last one does, is shared out in the proportions of our prior, so that the sums stay
 * theirs.
 */
final class SplinkShares {
  private final String name;
  private final String attribute;
  private final List<String> notes = new ArrayList<>();
  private final List<Share> shares = new ArrayList<>();

  /* Levels of ours that share what one of theirs has; no levels: what is left. */
  private record Share(SplinkLevel level, List<String> ours) {}

  SplinkShares(String name, String attribute, List<SplinkLevel> levels) {
    this.name = name;
    this.attribute = attribute;
    notes.add(name + " → " + attribute);
    for (SplinkLevel level : levels) {
      shares.add(new Share(level, ours(level)));
      if (level.m().isEmpty() || level.u().isEmpty()) {
        notes.add(
            "  not taken: m or u of \"%s\", never estimated; Cornerstore's prior instead"
                .formatted(level.label()));
      }
    }
  }

  private List<String> ours(SplinkLevel level) {
    Optional<SplinkLabel> label = SplinkLabel.parse(level.label());
    if (label.isPresent() && label.get().attribute().equals(attribute)) {
      notes.add("  taken: " + level.label());
      return label.get().levels();
    }
    SqlMeaning meaning = SqlMeaning.of(level.sql());
    if (meaning instanceof SqlMeaning.Otherwise) {
      notes.add(
          "  approximated: \"%s\" = all other levels, shared out as in Cornerstore's prior"
              .formatted(level.label()));
      return List.of();
    }
    Optional<LevelMeaning.Target> target = LevelMeaning.of(attribute, meaning);
    target.ifPresentOrElse(
        found ->
            notes.add(
                "  %s: \"%s\" = %s"
                    .formatted(
                        found.exactly() ? "taken" : "approximated", level.label(), found.level())),
        () ->
            notes.add(
                "  not taken: \"%s\" has no like; counted with what is left"
                    .formatted(level.label())));
    return target.map(found -> List.of(found.level())).orElse(List.of());
  }

  String name() {
    return name;
  }

  List<String> notes() {
    return notes;
  }

  /** The comparison with m and u of theirs. */
  KindParameters.Comparison applyTo(KindParameters.Comparison prior) {
    Map<String, KindParameters.Level> priors = new LinkedHashMap<>();
    prior.levels().forEach(level -> priors.put(level.name(), level));
    List<String> left = new ArrayList<>(priors.keySet());
    shares.forEach(share -> left.removeAll(share.ours));
    if (left.isEmpty()) {
      left.add(prior.levels().getLast().name());
    }
    Map<String, Double> m = new LinkedHashMap<>();
    Map<String, Double> u = new LinkedHashMap<>();
    for (Share share : shares) {
      List<KindParameters.Level> ours =
          (share.ours.isEmpty() ? left : share.ours).stream().map(priors::get).toList();
      double priorM = ours.stream().mapToDouble(KindParameters.Level::m).sum();
      double priorU = ours.stream().mapToDouble(KindParameters.Level::u).sum();
      for (KindParameters.Level level : ours) {
        double theirM = share.level.m().orElse(priorM);
        double theirU = share.level.u().orElse(priorU);
        m.merge(level.name(), theirM * (level.m() / priorM), Double::sum);
        u.merge(level.name(), theirU * (level.u() / priorU), Double::sum);
      }
    }
    double[] matches = new double[prior.levels().size()];
    double[] others = new double[matches.length];
    for (int i = 0; i < matches.length; i++) {
      KindParameters.Level level = prior.levels().get(i);
      matches[i] = Math.min(1, m.getOrDefault(level.name(), level.m()));
      others[i] = Math.min(1, u.getOrDefault(level.name(), level.u()));
    }
    return prior.with(matches, others);
  }
}
