package io.cornerstore.intake.feed;

import io.cornerstore.intake.log.BlindTokens;
import io.cornerstore.intake.log.CatalogueRows;
import io.cornerstore.intake.log.Feeds;
import io.cornerstore.intake.log.ItemLog;
import io.cornerstore.intake.log.LogAppender;
import io.cornerstore.intake.normal.PersonNormalizer;
import java.time.Clock;

/** What every import works with. */
public record Workshop(
    BlindTokens tokens,
    PersonNormalizer normalizer,
    Feeds feeds,
    LogAppender appender,
    ItemLog items,
    CatalogueRows catalogue,
    Clock clock) {}
