package io.cornerstore.identity.enquiry;

import io.cornerstore.identity.Assignments;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.CustomerList;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Customers as committed. Each answer comes from one statement, so from one moment. */
@Transactional(readOnly = true)
public class SqlCustomers implements Customers, Assignments, CustomerList {

  private static final CustomerKind[] KINDS = CustomerKind.values();

  private final JdbcClient jdbc;

  /** Over the main database. */
  public SqlCustomers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<SubjectId, CustomerId> current(Collection<SubjectId> subjects) {
    Map<SubjectId, CustomerId> current = new HashMap<>();
    if (!subjects.isEmpty()) {
      jdbc.sql(
              """
              select m.subject, m.customer
              from unnest(cast(:subjects as uuid[])) as asked (subject)
              join identity.member m using (subject)
              """)
          .param("subjects", ArrayText.subjects(subjects))
          .query(row -> {
            current.put(
                new SubjectId(row.getObject(1, UUID.class)),
                new CustomerId(row.getObject(2, UUID.class)));
          });
    }
    return current;
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  @Override
  public Map<CustomerId, Customer> find(Collection<CustomerId> ids) {
    Map<CustomerId, Customer> found = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              with recursive path (asked, customer) as (
                select id, id from unnest(cast(:ids as uuid[])) as asked (id)
                union
                select path.asked, c.merged_into
                from path join identity.customer c using (customer)
                where c.merged_into is not null
              )
              select c.customer, c.kind, c.version, c.doubtful, c.since,
                array(select m.subject from identity.member m where m.customer = c.customer),
                path.asked
              from path join identity.customer c using (customer) where c.live
              """)
          .param("ids", ArrayText.customers(ids))
          .query(row -> {
            found.put(new CustomerId(row.getObject(7, UUID.class)), customer(row));
          });
    }
    return found;
  }

  @Override
  public List<Customer> changedAfter(long version, int limit) {
    return jdbc.sql(
            """
            select c.customer, c.kind, c.version, c.doubtful, c.since,
              array(select m.subject from identity.member m where m.customer = c.customer)
            from identity.customer c
            where c.version > :version order by c.version limit :limit
            """)
        .param("version", version)
        .param("limit", limit)
        .query((row, _) -> customer(row))
        .list();
  }

  @Override
  public List<Customer> after(@Nullable CustomerId customer, int limit) {
    return jdbc.sql(
            """
            select c.customer, c.kind, c.version, c.doubtful, c.since,
              array(select m.subject from identity.member m where m.customer = c.customer)
            from identity.customer c
            where c.live and c.customer > :after order by c.customer limit :limit
            """)
        .param("after", customer == null ? new UUID(0, 0) : customer.value())
        .param("limit", limit)
        .query((row, _) -> customer(row))
        .list();
  }

  @Override
  public long count() {
    return jdbc.sql("select count(*) from identity.customer where live").query(Long.class).single();
  }

  @Override
  public void export(BiConsumer<SubjectId, CustomerId> consumer) {
    jdbc.sql("select subject, customer from identity.member order by customer, subject")
        .withFetchSize(5_000)
        .query(row -> {
          consumer.accept(
              new SubjectId(row.getObject(1, UUID.class)),
              new CustomerId(row.getObject(2, UUID.class)));
        });
  }

  private static Customer customer(ResultSet row) throws SQLException {
    UUID[] subjects = (UUID[]) row.getArray(6).getArray();
    return new Customer(
        new CustomerId(row.getObject(1, UUID.class)),
        KINDS[row.getInt(2)],
        Arrays.stream(subjects).map(SubjectId::new).sorted().toList(),
        row.getLong(3),
        row.getBoolean(4),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }
}
