package io.cornerstore.intake;

import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log without its sealed content: nothing in it is a personal value. Immutable.
 *
 * @param item for rows that replace each other (upserts, snapshots): the thing they are versions
 *     of; of the entries that are not late, the one with the largest id is the current one. Absent
 *     for events
 * @param gone the item disappeared from its snapshot with this entry; such an entry has no content
 * @param late an older version of its item that arrived after a newer one: it counts nowhere
 * @param fields which personal fields the content has, doubtful ones excluded
 * @param type absent when the record only describes the subject
 * @param occurredAt when it happened or the version was written, as the source says; else when
 *     received
 */
public record SourceRecord(
    SourceRecordId id,
    SubjectId subject,
    SubjectKind kind,
    SourceSystem source,
    Channel channel,
    Party party,
    Basis basis,
    int trust,
    @Nullable UUID item,
    boolean gone,
    boolean late,
    FieldSet fields,
    @Nullable InteractionType type,
    Instant occurredAt,
    Instant receivedAt) {}
