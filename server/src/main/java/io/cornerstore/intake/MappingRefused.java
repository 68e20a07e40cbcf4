package io.cornerstore.intake;

import java.util.List;
import java.util.stream.Collectors;

/** The mappings have mistakes: all of them, in the order of the files. Nothing was read. */
public final class MappingRefused extends IntakeException {

  private static final long serialVersionUID = 1;

  private final transient List<MappingMistake> mistakes;

  /** With at least one mistake. */
  public MappingRefused(List<MappingMistake> mistakes) {
    super(mistakes.stream().map(MappingMistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** All mistakes. */
  public List<MappingMistake> mistakes() {
    return mistakes;
  }
}
