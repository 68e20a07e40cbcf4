package io.cornerstore.profile;

import java.util.List;

/**
 * What was said cannot be written down. Carries fields, kinds and places, never a value; nothing of
 * it was kept.
 */
public final class StatementRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  /** With at least one fault. */
  public StatementRefused(List<Fault> faults) {
    super("a statement has " + faults.size() + " faults: " + faults);
    this.faults = List.copyOf(faults);
  }

  /** Everything that is wrong, in the order of the form. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * One fault.
   *
   * @param field token of the field, {@code note}, or empty for the statement as a whole
   * @param code {@code card}, {@code national-id}, {@code health} … for what may not be kept;
   *     {@code malformed}, {@code missing}, {@code too-long}, {@code unchanged}, {@code not-stated}
   *     (not a field that people state) otherwise
   * @param start of the stretch in the text, -1 when it is the whole
   * @param end behind the stretch
   */
  public record Fault(String field, String code, int start, int end) {

    /** A fault of a whole field. */
    public static Fault of(String field, String code) {
      return new Fault(field, code, -1, -1);
    }
  }
}
