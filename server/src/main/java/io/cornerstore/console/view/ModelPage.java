package io.cornerstore.console.view;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model that says who is who: what is in use, what another would change, what was in use.
 *
 * @param link threshold in bits, as the form has it
 * @param review likewise
 * @param running absent unless a trial runs
 * @param outcome absent unless one is done
 */
@Personal
public record ModelPage(
    PageFrame frame,
    String link,
    String review,
    String linkWords,
    String reviewWords,
    boolean failed,
    @Nullable Running running,
    @Nullable Outcome outcome,
    List<Kept> kept,
    @Nullable String message) {

  public ModelPage {
    kept = List.copyOf(kept);
  }

  @Override
  public String toString() {
    return "ModelPage[]";
  }

  /** A trial under way; {@code total} is 0 while nobody knows. */
  public record Running(String what, String stage, long done, long total) {}

  /** What a tried model would change. */
  @Personal
  public record Outcome(
      String version,
      String what,
      List<Figure> figures,
      List<String> differences,
      List<Sample> samples) {

    public Outcome {
      figures = List.copyOf(figures);
      differences = List.copyOf(differences);
      samples = List.copyOf(samples);
    }

    @Override
    public String toString() {
      return "Outcome[" + version + "]";
    }
  }

  /** A number with its name and a remark. */
  public record Figure(String name, String value, String remark) {}

  /** Two sides that would be joined or separated. */
  @Personal
  public record Sample(boolean merge, String what, String left, String right) {

    @Override
    public String toString() {
      return "Sample[•••]";
    }
  }

  /** A model that is or was in use. */
  public record Kept(
      String number, String link, String review, String trained, String when, boolean inUse) {}
}
