package io.cornerstore.intake.feed;

import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.SealedBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chunk ready to be appended.
 *
 * @param batch absent in a dry run
 * @param masked for each entry a word for each thing that screening found
 * @param reasons of the bad rows
 * @param known rows that a look beforehand found in the log
 * @param elsewhere of those, the ones that another feed brought
 */
record Prepared(
    @Nullable SealedBatch batch,
    List<LogEntry> entries,
    List<List<String>> masked,
    List<String> reasons,
    int known,
    long elsewhere) {}
