package io.cornerstore.intake.log;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.PurchaseDays;
import io.cornerstore.kernel.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Purchase days read off the log, subject by subject in its order of ids. */
public class PostgresPurchaseDays implements PurchaseDays {

  private static final int FETCH = 5_000;

  private final JdbcClient jdbc;

  /** Over the main database. */
  public PostgresPurchaseDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public void each(Visitor visitor) {
    jdbc.sql(
            """
            select subject,
                   array_agg(distinct cast(occurred_at at time zone 'UTC' as date)
                     - date '1970-01-01') as days
              from intake.source_record
             where type = :purchase and not gone and not late
             group by subject\
            """)
        .param("purchase", InteractionType.PURCHASE.ordinal())
        .withFetchSize(FETCH)
        .query(row -> {
          visitor.visit(new SubjectId(row.getObject(1, UUID.class)), days(row));
        });
  }

  private static int[] days(ResultSet row) throws SQLException {
    Integer[] days = (Integer[]) row.getArray(2).getArray();
    return Arrays.stream(days).mapToInt(Integer::intValue).sorted().toArray();
  }
}
