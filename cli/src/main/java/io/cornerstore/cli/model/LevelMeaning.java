package io.cornerstore.cli.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which level of ours a condition of Splink means, attribute by attribute. */
final class LevelMeaning {
  private static final double CLOSE = 0.9;
  private static final int TYPING_ERROR = 2;
  private static final double MONTH_DAYS = 31;
  private static final double YEAR_DAYS = 366;

  private LevelMeaning() {}

  /**
   * A level of ours.
   *
   * @param level its name
   * @param exactly whether it asks the same, but for the folding of texts
   */
  record Target(String level, boolean exactly) {}

  /** The level of an attribute, or none when there is no like. */
  static Optional<Target> of(String attribute, SqlMeaning meaning) {
    return Optional.ofNullable(
        switch (attribute) {
          case "given-name", "family-name", "additional-name" -> name(meaning);
          case "birth-date" -> birth(meaning);
          case "email" -> email(meaning);
          case "phone" -> phone(meaning);
          case "sex", "name-suffix" -> exactOnly(meaning, "same");
          case "strong-id" -> exactOnly(meaning, "equal");
          case "organization" -> organization(meaning);
          default -> null;
        });
  }

  private static @Nullable Target exactOnly(SqlMeaning meaning, String level) {
    return meaning instanceof SqlMeaning.Exact ? new Target(level, true) : null;
  }

  private static @Nullable Target name(SqlMeaning meaning) {
    return switch (meaning) {
      case SqlMeaning.Exact _ -> new Target("exact", true);
      case SqlMeaning.Edits(int most) ->
          new Target(most <= TYPING_ERROR ? "typing-error" : "similar", false);
      case SqlMeaning.Alike(double least) ->
          new Target(least >= CLOSE ? "typing-error" : "similar", false);
      case SqlMeaning.Overlap _ -> new Target("nickname", false);
      case SqlMeaning.Initial _ -> new Target("initial", false);
      case SqlMeaning.Part _ -> new Target("part", false);
      case SqlMeaning.Days _,
          SqlMeaning.LocalPart _,
          SqlMeaning.Otherwise _,
          SqlMeaning.Unknown _ ->
          null;
    };
  }

  private static @Nullable Target birth(SqlMeaning meaning) {
    return switch (meaning) {
      case SqlMeaning.Exact _ -> new Target("exact", true);
      case SqlMeaning.Edits(int most) ->
          new Target(most <= TYPING_ERROR ? "typing-error" : "two-parts", false);
      case SqlMeaning.Alike _ -> new Target("typing-error", false);
      case SqlMeaning.Days(double most) ->
          new Target(
              most <= MONTH_DAYS ? "two-parts" : most <= YEAR_DAYS ? "year" : "different", false);
      case SqlMeaning.Part _ -> new Target("year", false);
      case SqlMeaning.Overlap _,
          SqlMeaning.Initial _,
          SqlMeaning.LocalPart _,
          SqlMeaning.Otherwise _,
          SqlMeaning.Unknown _ ->
          null;
    };
  }

  private static @Nullable Target email(SqlMeaning meaning) {
    return switch (meaning) {
      case SqlMeaning.Exact _ -> new Target("exact", true);
      case SqlMeaning.Edits _ -> new Target("typing-error", false);
      case SqlMeaning.Alike _ -> new Target("similar", false);
      case SqlMeaning.LocalPart _ -> new Target("same-local-part", false);
      case SqlMeaning.Days _,
          SqlMeaning.Overlap _,
          SqlMeaning.Initial _,
          SqlMeaning.Part _,
          SqlMeaning.Otherwise _,
          SqlMeaning.Unknown _ ->
          null;
    };
  }

  private static @Nullable Target phone(SqlMeaning meaning) {
    return switch (meaning) {
      case SqlMeaning.Exact _ -> new Target("exact", true);
      case SqlMeaning.Edits _, SqlMeaning.Alike _ -> new Target("typing-error", false);
      case SqlMeaning.Part _ -> new Target("same-end", false);
      case SqlMeaning.Days _,
          SqlMeaning.Overlap _,
          SqlMeaning.Initial _,
          SqlMeaning.LocalPart _,
          SqlMeaning.Otherwise _,
          SqlMeaning.Unknown _ ->
          null;
    };
  }

  private static @Nullable Target organization(SqlMeaning meaning) {
    return switch (meaning) {
      case SqlMeaning.Exact _ -> new Target("exact", true);
      case SqlMeaning.Edits _ -> new Target("same-words", false);
      case SqlMeaning.Alike(double least) ->
          new Target(least >= CLOSE ? "same-words" : "most-words", false);
      case SqlMeaning.Overlap _ -> new Target("few-words", false);
      case SqlMeaning.Days _,
          SqlMeaning.Initial _,
          SqlMeaning.LocalPart _,
          SqlMeaning.Part _,
          SqlMeaning.Otherwise _,
          SqlMeaning.Unknown _ ->
          null;
    };
  }
}
