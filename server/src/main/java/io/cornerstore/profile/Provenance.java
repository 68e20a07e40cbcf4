package io.cornerstore.profile;

import io.cornerstore.intake.Party;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;

/**
 * Where a value comes from (W3C PROV: the entity, the activity and the agent behind it).
 *
 * @param at when the source wrote or saw it
 * @param trust 0 to 100, as the source's mapping says
 */
public record Provenance(
    SourceRecordId record,
    SubjectId subject,
    SourceSystem source,
    Channel channel,
    Party party,
    Basis basis,
    int trust,
    Instant at) {}
