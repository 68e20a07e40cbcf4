package io.cornerstore.intake;

import io.cornerstore.access.Actor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was received again by another mapping, without the files: the values of the columns
 * that the mapping of the day named are kept as they came, screened and sealed. An entry keeps its
 * place in the log, and what it said before is kept beside it; what follows the log hears of it.
 */
public interface Remapping {

  /** What {@link #apply} would do now; changes nothing. */
  RemapReport preview(Actor actor, int feed, NewMapping mapping);

  /**
   * Reads the feed's entries again, a thousand a transaction: cut off, it can be called again.
   *
   * @throws MappingRefused when the mapping has mistakes
   * @throws IntakeException when it counts rows in another way than the feed, or there is no feed
   */
  RemapReport apply(Actor actor, int feed, NewMapping mapping);

  /**
   * What the feed was read by, at most the last twenty, the one in force first; empty when no
   * mapping reads it.
   */
  List<UsedMapping> mappings(Actor actor, int feed);

  /** How often each entry of a subject was read again: place in the log and number of readings. */
  Map<Long, Integer> readings(List<Long> records);

  /**
   * A mapping's text.
   *
   * @param file where it stands: looked-up files are relative to its folder; null: where the feed's
   *     last one stood
   */
  record NewMapping(String text, @Nullable Path file) {}

  /**
   * A mapping that a feed was read by.
   *
   * @param hash of its text, which names it
   * @param file where it stood; the next import reads the file of that name as it is then
   * @param lastUsed when a run that read by it last began
   */
  record UsedMapping(String hash, Path file, String text, Instant lastUsed) {}

  /**
   * What a re-mapping did or would do.
   *
   * @param entries of the feed that stand
   * @param same say the same under the new mapping
   * @param changed say something else
   * @param moved of the changed: are about another subject
   * @param refused cannot be read by the new mapping and stay as they are, by reason
   * @param unkept came before values were kept, or have no content: stay as they are
   * @param missing columns that the new mapping names and that were not kept: empty everywhere
   * @param run the number of the re-mapping; 0 for a preview
   */
  record RemapReport(
      long entries,
      long same,
      long changed,
      long moved,
      Map<String, Long> refused,
      long unkept,
      Set<String> missing,
      long run) {

    public RemapReport {
      refused = Map.copyOf(refused);
      missing = Set.copyOf(missing);
    }
  }
}
