package io.cornerstore.intake.log;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.PurchaseTimes;
import io.cornerstore.kernel.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Purchase times read off the log, subject by subject. */
public class PostgresPurchaseTimes implements PurchaseTimes {

  private static final int FETCH = 5_000;

  private final JdbcClient jdbc;

  /** Over the main database. */
  public PostgresPurchaseTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public void each(Visitor visitor) {
    jdbc.sql(
            """
            select r.subject,
                   array_agg(distinct
                     cast(floor(date_part('epoch', r.occurred_at) / 60) as bigint) * 16 + r.channel)
              from intake.source_record r
              left join intake.feed_item i on i.item = r.item
             where r.type = :purchase and not r.gone and not r.late
               and r.withdrawn_by is null and not r.reread
               and (r.item is null or i.record = r.id)
             group by r.subject\
            """)
        .param("purchase", InteractionType.PURCHASE.ordinal())
        .withFetchSize(FETCH)
        .query(row -> {
          visitor.visit(new SubjectId(row.getObject(1, UUID.class)), times(row));
        });
  }

  private static long[] times(ResultSet row) throws SQLException {
    Long[] times = (Long[]) row.getArray(2).getArray();
    return Arrays.stream(times).mapToLong(Long::longValue).sorted().toArray();
  }
}
