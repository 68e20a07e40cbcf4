package io.cornerstore.intake.log;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it has a place in the log.
 *
 * @param message its receipt; absent where the state of the item decides: in snapshots, and in
 *     upserts without versions
 * @param item present for rows that replace each other
 * @param document not yet sealed; absent when the item is gone
 * @param tokens what it can be found by
 * @param asked values a person should judge
 * @param received what the row said, for reading it again; absent where no mapping reads
 */
@Personal
public record LogEntry(
    @Nullable UUID message,
    Origin origin,
    SubjectId subject,
    SubjectKind kind,
    @Nullable Item item,
    FieldSet fields,
    @Nullable InteractionType type,
    Instant occurredAt,
    Instant receivedAt,
    @Nullable SourceDocument document,
    List<Token> tokens,
    List<Asked> asked,
    RowContent.@Nullable Fields received) {

  @Override
  public String toString() {
    return "LogEntry[" + subject + "]";
  }

  /** What all entries of a feed have in common. */
  public record Origin(int source, int feed, Channel channel, Party party, Basis basis, int trust) {

    /** As the mapping of the feed says. */
    public static Origin of(int source, int feed, FeedMapping mapping) {
      return new Origin(
          source, feed, mapping.channel(), mapping.party(), mapping.basis(), mapping.trust());
    }
  }

  /**
   * A thing that entries are versions of.
   *
   * @param content keyed hash of the row: equal content is no new version
   * @param versionAt when the source wrote this version; absent where the later row counts
   */
  public record Item(UUID id, UUID content, boolean gone, @Nullable Instant versionAt) {}

  /** A blind index entry. */
  public record Token(LookupField field, UUID token) {}

  /** A masked value to be judged. */
  public record Asked(String field, String kind) {}
}
