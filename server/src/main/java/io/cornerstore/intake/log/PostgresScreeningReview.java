package io.cornerstore.intake.log;

import io.cornerstore.intake.ScreeningReview;
import io.cornerstore.kernel.SourceRecordId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Masked values in PostgreSQL. */
public class PostgresScreeningReview implements ScreeningReview {

  private final JdbcClient jdbc;

  /** Over the main database. */
  public PostgresScreeningReview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Item> newest(int limit) {
    return jdbc.sql(
            """
            select record, field, kind from intake.screening_review
             order by id desc limit :limit\
            """)
        .param("limit", limit)
        .query((row, _) ->
            new Item(new SourceRecordId(row.getLong(1)), row.getString(2), row.getString(3)))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long waiting() {
    return jdbc.sql("select count(*) from intake.screening_review").query(Long.class).single();
  }
}
