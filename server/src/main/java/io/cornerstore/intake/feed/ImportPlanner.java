package io.cornerstore.intake.feed;

import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingMistake;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.MappingReader;
import io.cornerstore.tabular.TabularException;
import io.cornerstore.tabular.TabularSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mappings of the files of a request, and every mistake in them, before anything is read.
 */
final class ImportPlanner {

  /** What will be imported, reference feeds first. */
  record Plan(List<FeedPlan> feeds) {}

  private static final String TEXT = ".txt";

  private final Map<Path, MappingReader.Result> mappings = new LinkedHashMap<>();
  private final Map<Path, Set<TabularSource>> sources = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private ImportPlanner() {}

  /** Throws {@link MappingRefused} with all mistakes. */
  static Plan plan(ImportRequest request) {
    ImportPlanner planner = new ImportPlanner();
    for (Path path : request.paths()) {
      planner.add(path, request.mapping());
    }
    InputStream stream = request.standardInput();
    if (stream != null) {
      Path mapping = request.mapping();
      if (mapping == null) {
        throw new IntakeException("standard input needs a mapping. Maybe add --mapping FILE?");
      }
      planner.use(mapping, TabularSource.of("standard input", stream));
    }
    return planner.checked();
  }

  private Plan checked() {
    List<MappingMistake> mistakes = new ArrayList<>();
    List<FeedPlan> feeds = new ArrayList<>();
    sources.forEach((path, files) -> {
      MappingReader.Result read = mapping(path);
      FeedMapping mapping = read.mapping();
      mistakes.addAll(read.mistakes());
      if (mapping != null) {
        ColumnCheck check = new ColumnCheck(mapping);
        files.forEach(check::look);
        check.lookAtLookups();
        mistakes.addAll(check.mistakes());
        feeds.add(new FeedPlan(mapping, List.copyOf(files), check.unmapped(), check.notes()));
      }
    });
    if (!mistakes.isEmpty()) {
      throw new MappingRefused(mistakes);
    }
    if (feeds.isEmpty()) {
      throw new IntakeException("there is nothing to import. " + String.join(" ", notes));
    }
    feeds.sort(Comparator.comparing(feed -> feed.mapping().reference() == null));
    FeedPlan first = feeds.getFirst();
    List<String> all = new ArrayList<>(first.notes());
    all.addAll(notes);
    feeds.set(0, new FeedPlan(first.mapping(), first.sources(), first.unmapped(), all));
    return new Plan(List.copyOf(feeds));
  }

  private void add(Path path, @Nullable Path given) {
    if (Files.isDirectory(path)) {
      addFolder(path, given);
    } else if (!Files.isReadable(path)) {
      throw new IntakeException("there is no readable file or folder " + path);
    } else if (given != null) {
      use(given, TabularSource.of(path));
    } else {
      addFile(path);
    }
  }

  private void addFile(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    boolean found = false;
    for (Path mapping : parent == null ? List.<Path>of() : mappingsIn(parent)) {
      FeedMapping read = mapping(mapping).mapping();
      if (read != null && matches(read, file)) {
        use(mapping, TabularSource.of(file));
        found = true;
      }
    }
    Path own = file.resolveSibling(file.getFileName() + ".mapping.yaml");
    if (!found && Files.isReadable(own)) {
      use(own, TabularSource.of(file));
      found = true;
    }
    if (!found) {
      refuseBroken(parent);
      throw new IntakeException(
          "no mapping for %s. Maybe write %s, or name one with --mapping? 'mapping suggest' proposes one."
              .formatted(file, own.getFileName()));
    }
  }

  /** A mapping that cannot be read may be the one that was meant: its mistakes come first. */
  private void refuseBroken(@Nullable Path folder) {
    List<MappingMistake> mistakes = new ArrayList<>();
    for (Path mapping : folder == null ? List.<Path>of() : mappingsIn(folder)) {
      mistakes.addAll(mapping(mapping).mistakes());
    }
    if (!mistakes.isEmpty()) {
      throw new MappingRefused(mistakes);
    }
  }

  private void addFolder(Path folder, @Nullable Path given) {
    List<TabularSource> files = dataFiles(folder);
    if (given != null) {
      useAll(given, files);
      return;
    }
    List<Path> found = mappingsIn(folder);
    Path own = folder.resolveSibling(folder.getFileName() + ".mapping.yaml");
    if (found.isEmpty() && Files.isReadable(own)) {
      useAll(own, files);
      return;
    }
    if (found.isEmpty()) {
      throw new IntakeException("no *.mapping.yaml in " + folder);
    }
    Set<TabularSource> used = new LinkedHashSet<>();
    for (Path mapping : found) {
      MappingReader.Result read = mapping(mapping);
      sources.putIfAbsent(mapping, new LinkedHashSet<>());
      if (read.mapping() == null) {
        continue;
      }
      for (TabularSource file : files) {
        if (wants(read.mapping(), file)) {
          use(mapping, file);
          used.add(file);
        }
      }
    }
    noteUnused(files, used);
    dropEmpty(found);
  }

  private void useAll(Path mapping, List<TabularSource> files) {
    for (TabularSource file : files) {
      if (isText(file)) {
        notes.add(
            file.name() + " may be a text to read: not imported. Maybe name the file itself?");
      } else {
        use(mapping, file);
      }
    }
  }

  /** A text file is data when a glob says so, not when one happens to match all files. */
  private static boolean wants(FeedMapping mapping, TabularSource file) {
    boolean named = !isText(file) || mapping.files().stream().anyMatch(g -> g.contains(TEXT));
    return named && matches(mapping, Path.of(file.name()));
  }

  private static boolean isText(TabularSource file) {
    return file.name().endsWith(TEXT);
  }

  private void noteUnused(List<TabularSource> files, Set<TabularSource> used) {
    Set<Path> lookedUp = new LinkedHashSet<>();
    mappings.values().stream()
        .flatMap(read -> Stream.ofNullable(read.mapping()))
        .flatMap(mapping -> mapping.lookups().values().stream())
        .forEach(lookup -> lookedUp.add(lookup.file().toAbsolutePath().normalize()));
    for (TabularSource file : files) {
      if (!used.contains(file)
          && !lookedUp.contains(Path.of(file.name()).toAbsolutePath().normalize())) {
        notes.add("no mapping names " + file.name() + ": not imported");
      }
    }
  }

  private void dropEmpty(List<Path> found) {
    for (Path mapping : found) {
      Set<TabularSource> files = sources.get(mapping);
      if (files != null && files.isEmpty() && mapping(mapping).mapping() != null) {
        sources.remove(mapping);
        notes.add("no file matches " + mapping.getFileName());
      }
    }
  }

  private void use(Path mapping, TabularSource source) {
    sources.computeIfAbsent(mapping, _ -> new LinkedHashSet<>()).add(source);
  }

  private MappingReader.Result mapping(Path path) {
    return mappings.computeIfAbsent(
        path,
        file -> {
          if (!Files.isReadable(file)) {
            throw new IntakeException("there is no readable mapping " + file);
          }
          return MappingReader.read(file);
        });
  }

  private static boolean matches(FeedMapping mapping, Path file) {
    Path folder = mapping.folder().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    if (!absolute.startsWith(folder)) {
      return false;
    }
    Path relative = folder.relativize(absolute);
    return mapping.files().stream()
        .anyMatch(
            glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(relative));
  }

  private static List<TabularSource> dataFiles(Path folder) {
    try {
      return TabularSource.discover(folder).stream()
          .filter(source -> Stream.of(".yaml", ".yml", ".md").noneMatch(source.name()::endsWith))
          .toList();
    } catch (TabularException e) {
      throw new IntakeException(e.getMessage() == null ? "no folder" : e.getMessage(), e);
    }
  }

  private static List<Path> mappingsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> {
            String name = String.valueOf(file.getFileName());
            return name.endsWith(".mapping.yaml")
                || name.endsWith(".mapping.yml")
                || name.equals("mapping.yaml");
          })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IntakeException("cannot list " + folder, e);
    }
  }
}
