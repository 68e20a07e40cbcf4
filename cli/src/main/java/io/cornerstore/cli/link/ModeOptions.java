package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.Partition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records are compared with which, and how many of them may be one. */
final class ModeOptions {

  /** Which pairs are looked at. */
  enum Mode {
    /** All pairs; several files are parts of one source. */
    DEDUPE,
    /** Only pairs between files. */
    LINK,
    /** All pairs, within files and between them. */
    LINK_AND_DEDUPE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "dedupe: all pairs, the files being parts of one source; link: only pairs between files;",
        "link-and-dedupe: all pairs. Default: dedupe for one file, else link-and-dedupe."
      })
  private @Nullable Mode mode;

  @Option(
      names = "--one-to-one",
      description = "A record of one file has at most one partner, in another file.")
  private boolean oneToOne;

  @Option(
      names = "--one-per-source",
      description = "No cluster holds two records of one file: the files have no duplicates.")
  private boolean onePerSource;

  /** Refuses what cannot go together. */
  void check(int files) {
    boolean between = oneToOne || onePerSource || mode == Mode.LINK;
    String asked = oneToOne ? "--one-to-one" : onePerSource ? "--one-per-source" : "--mode link";
    if (between && files < 2) {
      throw new UserMistake(asked + " needs two files or more");
    }
    if (mode == Mode.DEDUPE && (oneToOne || onePerSource)) {
      throw new UserMistake(
          asked + " cannot go with --mode dedupe, which takes all files for one source");
    }
  }

  /** The number of the source of a file. */
  int source(int file) {
    return mode == Mode.DEDUPE ? 0 : file;
  }

  /** Which pairs are looked at. */
  Constraints.Scope scope() {
    if (oneToOne || onePerSource) {
      return Constraints.Scope.ONE_PER_SOURCE;
    }
    return mode == Mode.LINK ? Constraints.Scope.BETWEEN_SOURCES : Constraints.Scope.ALL_PAIRS;
  }

  boolean isOneToOne() {
    return oneToOne;
  }

  /** The number of the cluster of each record by the best guess, from 1 on. */
  int[] best(Partition partition, Origins origins) {
    return oneToOne
        ? OneToOne.pairAll(partition, origins.size(), origins::file)
        : LinkOutput.numbers(partition, origins.size());
  }

  /** The number of the cluster of each record by what is certain, from 1 on. */
  int[] certain(Partition partition, Origins origins) {
    return oneToOne
        ? OneToOne.pairClusters(partition, origins.size(), origins::file)
        : LinkOutput.numbers(partition, origins.size());
  }

  /** What Splink calls it. */
  String splinkLinkType(int files) {
    if (files == 1 || mode == Mode.DEDUPE) {
      return "dedupe_only";
    }
    return scope() == Constraints.Scope.ALL_PAIRS ? "link_and_dedupe" : "link_only";
  }
}
