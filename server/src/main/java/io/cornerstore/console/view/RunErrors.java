package io.cornerstore.console.view;

import io.cornerstore.intake.RefusalReason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a run of an import stopped. Kept with the run is the English text, for operators and the
 * command line; here the common ones are said in the reader's language, and of the others at least
 * where they happened.
 */
final class RunErrors {

  private static final String INTERRUPTED = "the import was interrupted; run it again to go on";
  private static final Pattern FAULT = Pattern.compile("[A-Z][A-Za-z]*(Exception|Error)");
  private static final Pattern OF_A_FILE =
      Pattern.compile("\\S[^:]*\\.[A-Za-z0-9]+(?:, line (?<line>\\d+))?: (?<why>.+)", Pattern.DOTALL);

  private final Messages messages;

  RunErrors(Messages messages) {
    this.messages = messages;
  }

  /** The error in words; nothing for a text that is none of a run. */
  Optional<String> find(String error) {
    if (error.equals(INTERRUPTED)) {
      return messages.find("run-error.interrupted");
    }
    if (FAULT.matcher(error).matches()) {
      return messages.find("run-error.fault", error);
    }
    Matcher file = OF_A_FILE.matcher(error);
    return file.matches() ? ofFile(file.group("line"), file.group("why")) : Optional.empty();
  }

  private Optional<String> ofFile(@Nullable String line, String why) {
    return switch (why) {
      case "there is no such file", "there is no such file or folder" ->
          messages.find("run-error.no-file");
      case "may not be read" -> messages.find("run-error.denied");
      default ->
          line == null
              ? messages.find("run-error.file", refused(why))
              : messages.find("run-error.line", line, refused(why));
    };
  }

  private String refused(String why) {
    return RefusalReason.find(why)
        .flatMap(
            found -> messages.find("reason." + found.reason().code(), found.values().toArray()))
        .orElse(why);
  }
}
