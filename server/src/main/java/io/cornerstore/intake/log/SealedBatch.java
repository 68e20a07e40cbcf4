package io.cornerstore.intake.log;

import java.util.List;

/** Entries with their documents sealed, and bad rows with their text sealed; keys are durable. */
public final class SealedBatch {

  final List<LogEntry> entries;
  final List<byte[]> documents;
  final List<byte[]> received;
  final List<BadRowEntry> bad;
  final List<byte[]> contents;

  SealedBatch(
      List<LogEntry> entries,
      List<byte[]> documents,
      List<byte[]> received,
      List<BadRowEntry> bad,
      List<byte[]> contents) {
    this.entries = entries;
    this.documents = documents;
    this.received = received;
    this.bad = bad;
    this.contents = contents;
  }
}
