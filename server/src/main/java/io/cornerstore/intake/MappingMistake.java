package io.cornerstore.intake;

/**
 * One mistake of a mapping.
 *
 * @param mapping the mapping's file
 * @param line 1-based
 * @param column 1-based
 */
public record MappingMistake(String mapping, int line, int column, String message) {

  @Override
  public String toString() {
    return mapping + ":" + line + ":" + column + ": " + message;
  }
}
