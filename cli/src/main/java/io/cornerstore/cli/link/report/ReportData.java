package io.cornerstore.cli.link.report;

import io.cornerstore.linkage.LevelWeight;
import io.cornerstore.linkage.PairDecision;
import io.cornerstore.linkage.evaluation.Evaluation;
import io.cornerstore.linkage.evaluation.Survey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells.
 *
 * @param inputs the files
 * @param totals how many of what
 * @param models the weights, one for each kind of record there is
 * @param rules names of the blocking rules by number
 * @param survey what became of the pairs
 * @param pairs pairs to explain
 * @param sizes clusters by size
 * @param doubtful clusters to look at
 * @param truth how well it agrees with the truth, or null
 * @param shown whether values of records are shown
 */
public record ReportData(
    List<Input> inputs,
    Totals totals,
    List<Model> models,
    List<String> rules,
    Survey survey,
    List<Pair> pairs,
    List<Size> sizes,
    List<Doubtful> doubtful,
    @Nullable Judged truth,
    boolean shown) {

  /**
   * A file.
   *
   * @param name as it was given
   * @param records how many were read
   * @param complaint what is wrong with it, or empty
   * @param columns what each was taken for
   */
  public record Input(String name, long records, String complaint, List<Column> columns) {}

  /**
   * A column.
   *
   * @param name its name
   * @param role what it was taken for
   * @param evidence whether records are compared by it
   */
  public record Column(String name, String role, boolean evidence) {}

  /**
   * How many of what.
   *
   * @param records records
   * @param compared pairs compared
   * @param best clusters by the best guess
   * @param certain clusters by what is certain
   * @param linkBits from how many bits on a pair may link
   * @param reviewBits from how many bits on a person should look
   * @param version of the model
   */
  public record Totals(
      long records,
      long compared,
      long best,
      long certain,
      double linkBits,
      double reviewBits,
      String version) {}

  /**
   * Weights of one kind.
   *
   * @param kind {@code persons} or {@code organizations}
   * @param levels level by level
   */
  public record Model(String kind, List<LevelWeight> levels) {}

  /**
   * A pair explained.
   *
   * @param group such as {@code A typical link}
   * @param heading what it is
   * @param decision why
   * @param words what became of it, in sentences
   * @param values what the two records say, role by role; empty when they are not to be shown
   */
  public record Pair(
      String group,
      String heading,
      PairDecision decision,
      List<String> words,
      List<Field> values) {}

  /**
   * A value of each of two records.
   *
   * @param role what it is
   * @param one of the first, or empty
   * @param other of the second, or empty
   */
  public record Field(String role, String one, String other) {}

  /**
   * How many clusters have a size.
   *
   * @param label the size in words
   * @param best by the best guess
   * @param certain by what is certain
   */
  public record Size(String label, long best, long certain) {}

  /**
   * A cluster to look at.
   *
   * @param number in {@code clusters.csv}
   * @param records how many it holds
   * @param density share of its pairs that were accepted
   * @param why what is the matter
   * @param members the records, or empty when they are not to be named
   */
  public record Doubtful(
      int number, int records, double density, String why, List<String> members) {}

  /**
   * Agreement with the truth.
   *
   * @param best the best guess
   * @param certain what is certain
   * @param neverProposed true pairs that blocking never proposed
   * @param neverProposedFound those of them that the best guess holds together all the same
   */
  public record Judged(
      Evaluation best, Evaluation certain, long neverProposed, long neverProposedFound) {}
}
