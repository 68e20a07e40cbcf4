package io.cornerstore.identity.assignment;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Subjects of which a member of staff said whose they are: {@code identity.stated}. What they say
 * is compared with nobody. One value that a customer just changed would weigh against all the
 * records that do not know it yet, and could tear apart what a person in front of us says is one;
 * instead the subject stays with its anchor, one of the customer's own subjects.
 */
public final class StatedRows {

  private final JdbcClient jdbc;

  /** Over the main database. */
  public StatedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes that a subject belongs where its anchor does. */
  public void add(SubjectId subject, SubjectId anchor) {
    jdbc.sql("insert into identity.stated (subject, anchor) values (:subject, :anchor)")
        .param("subject", subject.value())
        .param("anchor", anchor.value())
        .update();
  }

  /** Those of the subjects that staff stated. */
  public Set<SubjectId> among(Collection<SubjectId> subjects) {
    return jdbc.sql(
            """
            select subject from identity.stated
            where subject = any (cast(:subjects as uuid[]))
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
        .set();
  }

  /**
   * Moves each to the customer of its anchor, under the lock of the head; returns the customers
   * that gained or lost.
   */
  public Set<CustomerId> follow() {
    Set<CustomerId> concerned = new LinkedHashSet<>();
    jdbc.sql(
            """
            update identity.member m set customer = a.customer
            from identity.stated s join identity.member a on a.subject = s.anchor
            where m.subject = s.subject and m.customer <> a.customer
            returning old.customer, new.customer
            """)
        .query(row -> {
          concerned.add(new CustomerId(row.getObject(1, UUID.class)));
          concerned.add(new CustomerId(row.getObject(2, UUID.class)));
        });
    return concerned;
  }

  /**
   * A person has moved subjects of these customers: what they left with somebody else than its
   * anchor hangs on the least of its new companions from now on.
   */
  public void anchorAnew(Collection<CustomerId> customers) {
    jdbc.sql(
            """
            update identity.stated s set anchor = n.anchor
            from (
              select t.subject, (
                select cast(min(cast(o.subject as text)) as uuid) from identity.member o
                where o.customer = m.customer and not exists (
                  select 1 from identity.stated x where x.subject = o.subject)) as anchor
              from identity.stated t
              join identity.member m on m.subject = t.subject
              join identity.member a on a.subject = t.anchor
              where m.customer <> a.customer
                and m.customer = any (cast(:customers as uuid[]))
            ) n
            where s.subject = n.subject and n.anchor is not null
            """)
        .param("customers", ArrayText.customers(customers))
        .update();
  }

  /** Forgets these subjects. */
  public void remove(Collection<SubjectId> subjects) {
    jdbc.sql("delete from identity.stated where subject = any (cast(:subjects as uuid[]))")
        .param("subjects", ArrayText.subjects(subjects))
        .update();
  }
}
