package io.cornerstore.identity.enquiry;

import io.cornerstore.identity.ResolverPosition;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.kernel.SourceRecordId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Read from the head of identity. */
public final class HeadPosition implements ResolverPosition {

  private final Head head;

  /** Over the main database. */
  public HeadPosition(JdbcClient jdbc) {
    this.head = new Head(jdbc);
  }

  @Override
  public Position now() {
    HeadRow row = head.read();
    return new Position(new SourceRecordId(row.linkedTo()), row.version());
  }
}
