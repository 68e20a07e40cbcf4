package io.cornerstore.profile.survivorship;

import io.cornerstore.intake.SourceRecord;
import io.cornerstore.profile.WinningRule;

/** One question that may tell two records apart. */
public enum Criterion {
  /** First-party before third-party. */
  PARTY(WinningRule.OWN_DATA),
  /** The whole of an address or name before a part of it. */
  COMPLETENESS(WinningRule.COMPLETENESS),
  /** Declared, verified, observed, inferred. */
  BASIS(WinningRule.BASIS),
  /** The later one, as the source says. */
  FRESHNESS(WinningRule.NEWER),
  /** The more trusted source. */
  TRUST(WinningRule.TRUST);

  private final WinningRule rule;

  Criterion(WinningRule rule) {
    this.rule = rule;
  }

  /** What is said of a winner that this criterion decided. */
  WinningRule rule() {
    return rule;
  }

  /** Negative when {@code a} is better for the fields of {@code of}. */
  int compare(SurvivorshipRule of, SourceRecord a, SourceRecord b) {
    return switch (this) {
      case PARTY -> a.party().compareTo(b.party());
      case COMPLETENESS -> Integer.compare(of.missing(a.fields()), of.missing(b.fields()));
      case BASIS -> a.basis().compareTo(b.basis());
      case FRESHNESS -> b.occurredAt().compareTo(a.occurredAt());
      case TRUST -> Integer.compare(b.trust(), a.trust());
    };
  }
}
