package io.cornerstore.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param check short name that does not change, such as {@code disk}
 * @param seen what was found; no secrets and nothing personal
 * @param advice what to do; empty when all is well
 */
public record Finding(String check, Verdict verdict, String seen, String advice) {

  /** How it stands. */
  public enum Verdict {
    OK,
    WARNING,
    FAILURE
  }

  /** All is well. */
  public static Finding ok(String check, String seen) {
    return new Finding(check, Verdict.OK, seen, "");
  }

  /** Works, but somebody should look at it. */
  public static Finding warning(String check, String seen, String advice) {
    return new Finding(check, Verdict.WARNING, seen, advice);
  }

  /** Does not work, or is in danger. */
  public static Finding failure(String check, String seen, String advice) {
    return new Finding(check, Verdict.FAILURE, seen, advice);
  }
}
