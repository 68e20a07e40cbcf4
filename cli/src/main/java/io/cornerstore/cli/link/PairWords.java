package io.cornerstore.cli.link;

import io.cornerstore.linkage.Explanation;
import io.cornerstore.linkage.PairDecision;
import java.util.Locale;

/** What is made of a pair, in words. */
final class PairWords {
  private PairWords() {}

  /** Which rules proposed it. */
  static String proposal(PairDecision decision) {
    String tooCommon =
        decision.tooCommon().isEmpty()
            ? ""
            : " They also share a key by "
                + String.join(", ", decision.tooCommon())
                + ", with too many others for it to count.";
    return decision.proposedBy().isEmpty()
        ? "No blocking rule proposes the pair: the two were never compared." + tooCommon
        : "Proposed by " + String.join(", ", decision.proposedBy()) + "." + tooCommon;
  }

  /**
   * What becomes of it by itself, and why.
   *
   * @param rival how to call the rival, if there is one
   */
  static String verdict(PairDecision decision, String rival) {
    double bits = decision.evidence().totalBits();
    String weight = String.format(Locale.ROOT, "%.1f bits", bits);
    String link = String.format(Locale.ROOT, "%.1f", decision.linkBits());
    String review = String.format(Locale.ROOT, "%.1f", decision.reviewBits());
    return switch (decision.reason()) {
      case NOT_PROPOSED -> "No link: never compared.";
      case ENOUGH -> "Link: " + weight + " reach the " + link + " a link needs.";
      case ONE_EMAIL ->
          "Link: "
              + weight
              + " are below "
              + link
              + ", but the names are alike and nobody else in"
              + " either file holds the e-mail.";
      case BORNE_OUT ->
          "Link: "
              + weight
              + " are below "
              + link
              + ", but what the records around the two know agrees.";
      case BELOW_REVIEW ->
          "No link: "
              + weight
              + " are below the "
              + review
              + " from which on a pair is looked at."
              + (decision.vetoed() ? " A comparison also rules it out." : "");
      case BELOW_LINK ->
          "For a person to look at: " + weight + " are below the " + link + " a link needs.";
      case NOT_IDENTIFYING ->
          "For a person to look at: "
              + weight
              + " suffice, but nothing that agrees tells members"
              + " of one home apart.";
      case VETOED ->
          "For a person to look at: "
              + weight
              + " would do, but a comparison rules a link out,"
              + " whatever the weight.";
      case CONTESTED ->
          "For a person to look at: "
              + weight
              + " would do, but "
              + rival
              + " fits about as well"
              + " and cannot be the other one too.";
      case DOUBTED ->
          "For a person to look at: "
              + weight
              + " would do, but the e-mails, phones or dates of"
              + " birth of the records around the two conflict: there may be two of one name.";
    };
  }

  /** Where the two ended. */
  static String clusters(int bestA, int bestB, int certainA, int certainB) {
    return (bestA == bestB
            ? "By the best guess both are in cluster " + bestA + "."
            : "By the best guess they are in clusters " + bestA + " and " + bestB + ".")
        + (certainA == certainB
            ? " By what is certain both are in cluster " + certainA + "."
            : " By what is certain they are in clusters " + certainA + " and " + certainB + ".");
  }

  /** Bits with their sign; hardly anything is nothing. */
  static String signed(double bits) {
    double rounded = Math.round(bits * 10) / 10.0;
    return rounded == 0 ? "0.0" : String.format(Locale.ROOT, "%+.1f", rounded);
  }

  /** How likely the two are the same. */
  static String probability(Explanation evidence) {
    double p = evidence.probability();
    if (p < 1e-6) {
      return "less than 0.000001";
    }
    return p > 1 - 1e-6 ? "more than 0.999999" : String.format(Locale.ROOT, "%.6f", p);
  }
}
