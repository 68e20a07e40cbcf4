package io.cornerstore.identity.enquiry;

import io.cornerstore.identity.UndoEffects;
import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the stored pairs without those of vanishing subjects. Not final: transactions. */
public class SqlUndoEffects implements UndoEffects {

  private final JdbcClient jdbc;

  /** Over the main database. */
  public SqlUndoEffects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Effect of(Collection<SubjectId> vanishing, Collection<SubjectId> changing) {
    Set<CustomerId> concerned = new HashSet<>(customersOf(changing));
    Set<CustomerId> losing = new HashSet<>(customersOf(vanishing));
    concerned.addAll(losing);
    Set<SubjectId> gone = Set.copyOf(vanishing);
    Map<CustomerId, List<SubjectId>> remaining = remaining(losing, gone);
    long ending = losing.stream().filter(one -> !remaining.containsKey(one)).count();
    Map<SubjectId, List<SubjectId>> neighbours = neighbours(remaining.values());
    long apart = remaining.values().stream().filter(one -> !hangsTogether(one, neighbours)).count();
    return new Effect(concerned.size(), ending, apart);
  }

  private List<CustomerId> customersOf(Collection<SubjectId> subjects) {
    return jdbc.sql(
            """
            select distinct m.customer
            from unnest(cast(:subjects as uuid[])) as asked (subject)
            join identity.member m using (subject)
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }

  private Map<CustomerId, List<SubjectId>> remaining(
      Set<CustomerId> customers, Set<SubjectId> gone) {
    Map<CustomerId, List<SubjectId>> remaining = new HashMap<>();
    jdbc.sql(
            """
            select customer, subject from identity.member
            where customer = any (cast(:customers as uuid[]))
            """)
        .param("customers", ArrayText.customers(customers))
        .query(row -> {
          SubjectId subject = new SubjectId(row.getObject(2, UUID.class));
          if (!gone.contains(subject)) {
            remaining
                .computeIfAbsent(
                    new CustomerId(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                .add(subject);
          }
        });
    return remaining;
  }

  private Map<SubjectId, List<SubjectId>> neighbours(Collection<List<SubjectId>> groups) {
    List<SubjectId> several =
        groups.stream().filter(group -> group.size() > 1).flatMap(List::stream).toList();
    Map<SubjectId, List<SubjectId>> neighbours = new HashMap<>();
    jdbc.sql(
            """
            with asked as materialized (
              select unnest(cast(:subjects as uuid[])) as subject)
            select e.a, e.b from identity.edge e
            join asked a on a.subject = e.a join asked b on b.subject = e.b
            union
            select p.a, p.b from identity.decided_pair p
            join asked a on a.subject = p.a join asked b on b.subject = p.b
            where p.same and p.revoked_by is null
            """)
        .param("subjects", ArrayText.subjects(several))
        .query(row -> {
          SubjectId a = new SubjectId(row.getObject(1, UUID.class));
          SubjectId b = new SubjectId(row.getObject(2, UUID.class));
          neighbours.computeIfAbsent(a, _ -> new ArrayList<>()).add(b);
          neighbours.computeIfAbsent(b, _ -> new ArrayList<>()).add(a);
        });
    return neighbours;
  }

  private static boolean hangsTogether(
      List<SubjectId> group, Map<SubjectId, List<SubjectId>> neighbours) {
    Set<SubjectId> reached = new HashSet<>();
    Deque<SubjectId> next = new ArrayDeque<>(List.of(group.getFirst()));
    while (!next.isEmpty()) {
      SubjectId subject = next.pop();
      if (reached.add(subject)) {
        next.addAll(neighbours.getOrDefault(subject, List.of()));
      }
    }
    return reached.containsAll(group);
  }
}
