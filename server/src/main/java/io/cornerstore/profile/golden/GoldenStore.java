package io.cornerstore.profile.golden;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.GoldenChange;
import io.cornerstore.profile.WinningRule;
import io.cornerstore.profile.survivorship.Pointer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored golden records and their changes. Joins the caller's transaction. Thread-safe. */
public final class GoldenStore {

  /**
   * The golden record of a customer, as of a version of it.
   *
   * @param pointers to the leaders, which win unless their values turn out mistyped
   * @param electors marks of the records whose values decide that ({@link
   *     io.cornerstore.profile.survivorship.Survivorship#electors})
   */
  public record Golden(
      CustomerId customer, long version, List<Pointer> pointers, List<Long> electors) {

    public Golden {
      pointers = List.copyOf(pointers);
      electors = List.copyOf(electors);
    }

    /** The mark at that place, 0 for one that was stored before there were marks. */
    long electors(int place) {
      return place < electors.size() ? electors.get(place) : 0;
    }

    /** Whether they say the same, whatever version it is of. */
    boolean sameAs(Golden other) {
      return pointers.equals(other.pointers) && electors.equals(other.electors);
    }
  }

  /** A change to be noted. */
  public record Change(CustomerId customer, long version, FieldSet fields) {}

  private final JdbcClient jdbc;

  /** On the main database. */
  public GoldenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The version up to which the follower has worked; the others wait until this transaction ends.
   */
  long lockProgress() {
    return jdbc.sql("select version from profile.progress where follower = 'golden' for update")
        .query(Long.class)
        .single();
  }

  /** The version up to which golden records are stored. */
  long progress() {
    return jdbc.sql("select version from profile.progress where follower = 'golden'")
        .query(Long.class)
        .single();
  }

  void advance(long version) {
    jdbc.sql("update profile.progress set version = :version where follower = 'golden'")
        .param("version", version)
        .update();
  }

  /** The stored golden records among these customers. */
  public Map<CustomerId, Golden> find(Collection<CustomerId> customers) {
    Map<CustomerId, Golden> found = HashMap.newHashMap(customers.size());
    jdbc.sql(
            """
            select customer, version, fields, records, rules, electors
            from profile.golden
            where customer = any (cast(:customers as uuid[]))
            """)
        .param("customers", texts(customers, CustomerId::toString))
        .query(row -> {
          Golden golden = golden(row);
          found.put(golden.customer(), golden);
        });
    return found;
  }

  private static Golden golden(ResultSet row) throws SQLException {
    Short[] fields = (Short[]) row.getArray("fields").getArray();
    Long[] records = (Long[]) row.getArray("records").getArray();
    Short[] rules = (Short[]) row.getArray("rules").getArray();
    List<Pointer> pointers = new ArrayList<>(fields.length);
    for (int i = 0; i < fields.length; i++) {
      pointers.add(
          new Pointer(
              PersonalField.values()[fields[i]],
              new SourceRecordId(records[i]),
              WinningRule.values()[rules[i]]));
    }
    return new Golden(
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getLong("version"),
        pointers,
        List.of((Long[]) row.getArray("electors").getArray()));
  }

  void write(List<Golden> records, Instant at) {
    if (records.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into profile.golden
                   (customer, version, computed_at, fields, records, rules, electors)
            select g.customer, g.version, :at,
                   cast(g.fields as smallint[]), cast(g.records as bigint[]),
                   cast(g.rules as smallint[]), cast(g.electors as bigint[])
            from unnest(cast(:customers as uuid[]), cast(:versions as bigint[]),
                        cast(:fields as text[]), cast(:records as text[]), cast(:rules as text[]),
                        cast(:electors as text[]))
                 as g (customer, version, fields, records, rules, electors)
            on conflict (customer) do update
            set version = excluded.version, computed_at = excluded.computed_at,
                fields = excluded.fields, records = excluded.records, rules = excluded.rules,
                electors = excluded.electors
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("customers", texts(records, golden -> golden.customer().toString()))
        .param("versions", records.stream().mapToLong(Golden::version).toArray())
        .param("fields", texts(records, one -> list(one.pointers(), p -> p.field().ordinal())))
        .param("records", texts(records, one -> list(one.pointers(), p -> p.record().value())))
        .param("rules", texts(records, one -> list(one.pointers(), p -> p.rule().ordinal())))
        .param("electors", texts(records, one -> list(one.electors(), mark -> mark)))
        .update();
  }

  void delete(List<CustomerId> ended) {
    if (!ended.isEmpty()) {
      jdbc.sql("delete from profile.golden where customer = any (cast(:customers as uuid[]))")
          .param("customers", texts(ended, CustomerId::toString))
          .update();
    }
  }

  void note(List<Change> changes, Instant at) {
    if (changes.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into profile.golden_change (customer, version, at, fields)
            select c.customer, c.version, :at, c.fields
            from unnest(cast(:customers as uuid[]), cast(:versions as bigint[]),
                        cast(:fields as integer[])) as c (customer, version, fields)
            on conflict (customer, version) do nothing
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("customers", texts(changes, change -> change.customer().toString()))
        .param("versions", changes.stream().mapToLong(Change::version).toArray())
        .param("fields", changes.stream().mapToInt(change -> change.fields().bits()).toArray())
        .update();
  }

  /** The changes of a customer, newest first. */
  public List<GoldenChange> changes(CustomerId customer, int limit) {
    return jdbc.sql(
            """
            select version, at, fields
            from profile.golden_change
            where customer = :customer
            order by version desc
            limit :limit
            """)
        .param("customer", customer.value())
        .param("limit", limit)
        .query((row, _) ->
            new GoldenChange(
                row.getLong("version"),
                row.getTimestamp("at").toInstant(),
                new FieldSet(row.getInt("fields"))))
        .list();
  }

  private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }

  private static <T> String list(List<T> items, Function<T, Number> number) {
    StringBuilder text = new StringBuilder(64).append('{');
    for (T item : items) {
      text.append(text.length() == 1 ? "" : ",").append(number.apply(item));
    }
    return text.append('}').toString();
  }
}
