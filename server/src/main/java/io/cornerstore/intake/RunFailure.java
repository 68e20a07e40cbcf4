package io.cornerstore.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a run of an import stopped. Kept with the run is an English text; who shows it to people
 * finds the common reasons again by {@link #find}, and of the others at least where they happened.
 */
public enum RunFailure {
  /** Somebody or something stopped the program. */
  INTERRUPTED,
  /** A fault of ours or of the database; its name. */
  FAULT,
  /** The file is gone. */
  NO_FILE,
  /** The file may not be read. */
  DENIED,
  /** The file cannot be read; why. */
  FILE,
  /** It cannot be read from a line on; which, and why. */
  LINE;

  /** What is kept of a run that was interrupted. */
  public static final String INTERRUPTION = "the import was interrupted; run it again to go on";

  private static final Pattern NAME_OF_A_FAULT = Pattern.compile("[A-Z][A-Za-z]*(Exception|Error)");
  private static final Pattern OF_A_FILE =
      Pattern.compile(
          "\\S[^:]*\\.[A-Za-z0-9]+(?:, line (?<line>\\d+))?: (?<why>.+)", Pattern.DOTALL);

  /** The name used in message bundles. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A reason and what belongs into its sentence.
   *
   * @param why in words of whoever read the file; absent where the reason says all
   */
  public record Found(RunFailure failure, List<String> values, @Nullable String why) {

    public Found {
      values = List.copyOf(values);
    }
  }

  /** The reason in a text that was kept; nothing when it is none of a run. */
  public static Optional<Found> find(String text) {
    if (text.equals(INTERRUPTION)) {
      return Optional.of(new Found(INTERRUPTED, List.of(), null));
    }
    if (NAME_OF_A_FAULT.matcher(text).matches()) {
      return Optional.of(new Found(FAULT, List.of(text), null));
    }
    Matcher file = OF_A_FILE.matcher(text);
    return file.matches()
        ? Optional.of(ofFile(file.group("line"), file.group("why")))
        : Optional.empty();
  }

  private static Found ofFile(@Nullable String line, String why) {
    return switch (why) {
      case "there is no such file", "there is no such file or folder" ->
          new Found(NO_FILE, List.of(), null);
      case "may not be read" -> new Found(DENIED, List.of(), null);
      default ->
          line == null ? new Found(FILE, List.of(), why) : new Found(LINE, List.of(line), why);
    };
  }
}
