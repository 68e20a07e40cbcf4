package io.cornerstore.intake.mapping;

import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingMistake;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.kernel.Sha256;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads mappings, finding every mistake instead of stopping at the first. */
public final class MappingReader {

  private static final int LARGEST_BYTES = 1 << 20;

  private MappingReader() {}

  /** A mapping, or what is wrong with it. */
  public record Result(@Nullable FeedMapping mapping, List<MappingMistake> mistakes) {

    /**
     * The mapping.
     *
     * @throws MappingRefused when there are mistakes
     */
    public FeedMapping require() {
      if (mapping == null) {
        throw new MappingRefused(mistakes);
      }
      return mapping;
    }
  }

  /** Reads a mapping file. */
  public static Result read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new IntakeException(file + " is larger than 1 MiB. Maybe it is no mapping?");
      }
      return read(file, Files.readString(file));
    } catch (IOException e) {
      throw new IntakeException("cannot read the mapping " + file, e);
    }
  }

  /** Reads a mapping's text; the file gives its name and the folder of its globs. */
  public static Result read(Path file, String text) {
    Mistakes mistakes = new Mistakes(file.toString());
    Node root;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(20);
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      mistakes.add(
          mark == null ? new Mark(1, 1) : new Mark(mark.getLine() + 1, mark.getColumn() + 1),
          "not YAML: " + e.getProblem());
      return new Result(null, mistakes.list());
    } catch (YAMLException e) {
      mistakes.add(new Mark(1, 1), "not YAML");
      return new Result(null, mistakes.list());
    }
    if (root == null) {
      mistakes.add(new Mark(1, 1), "the mapping is empty");
      return new Result(null, mistakes.list());
    }
    FeedMapping mapping = new FeedReading(file, Sha256.hex(text), text, mistakes).read(root);
    List<MappingMistake> found = mistakes.list();
    return new Result(found.isEmpty() ? mapping : null, found);
  }
}
