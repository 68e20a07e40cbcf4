package io.cornerstore.intake;

import io.cornerstore.kernel.Personal;

/** A source record with its content opened. */
@Personal
public record OpenedRecord(SourceRecord record, SourceDocument document) {

  @Override
  public String toString() {
    return "OpenedRecord[" + record.id() + "]";
  }
}
