package io.cornerstore.cli.model;

import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.LinkageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A model from or for a file.
 *
 * @param model the weights
 * @param columns role to the columns it was trained on, for people and for Splink; may be empty
 * @param countedHere roles whose frequencies are to be counted in the records at hand, as Splink
 *     does
 * @param notes what was taken from a foreign file, what was approximated and what could not be, for
 *     people; empty for our own
 */
public record ModelFile(
    LinkageModel model,
    NavigableMap<String, List<String>> columns,
    Set<String> countedHere,
    List<String> notes) {

  /** Copies the collections. */
  public ModelFile {
    columns = Collections.unmodifiableNavigableMap(new TreeMap<>(columns));
    countedHere = Set.copyOf(countedHere);
    notes = List.copyOf(notes);
  }

  /** A model of our own. */
  public static ModelFile of(LinkageModel model, Map<String, List<String>> columns) {
    return new ModelFile(model, new TreeMap<>(columns), Set.of(), List.of());
  }

  /**
   * Reads a model of ours, or one of Splink's.
   *
   * @param roleOf role of a column of Splink's by its name, such as {@code given-name}
   * @throws UserMistake when it is neither, with line and field
   */
  public static ModelFile read(Path path, Function<String, Optional<String>> roleOf)
      throws IOException {
    JsonValue document = JsonReading.read(path);
    if (document.find("format").isPresent()) {
      return ModelDocument.read(document);
    }
    if (document.find("comparisons").isPresent()) {
      return SplinkImport.read(document, roleOf);
    }
    throw new UserMistake(
        path
            + " is neither a model of Cornerstore (it has no field format) nor one of Splink (it"
            + " has no field comparisons)");
  }

  /** Whether it was made from a model of Splink's. */
  public boolean isForeign() {
    return !notes.isEmpty();
  }

  /** Writes our own form. */
  public void write(Path path) throws IOException {
    Files.writeString(path, JsonLayout.write(ModelDocument.of(this)));
  }

  /**
   * Writes a model that Splink 5 loads.
   *
   * @param schema the columns Splink will find
   * @return what has an equal in SQL, what is approximated and what is missing, for people
   */
  public List<String> writeForSplink(Path path, SplinkSchema schema) throws IOException {
    List<String> notes = new ArrayList<>();
    Files.writeString(path, JsonLayout.write(SplinkExport.of(model, schema, notes)));
    return notes;
  }
}
