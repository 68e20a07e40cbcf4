package io.cornerstore.cli.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables and sequences of a database, as its catalogue has them. */
final class Tables {

  /** Written by the migrations themselves. */
  static final String HISTORY = "cornerstore.flyway_schema_history";

  private static final String OURS =
      "n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relpersistence = 'p'";

  private Tables() {}

  /**
   * Tables that hold rows themselves, every one after those it refers to, with the columns that can
   * be written. Of partitioned tables these are the partitions.
   */
  static Map<String, List<String>> of(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select format('%%I.%%I', n.nspname, c.relname) as name,
                       array_agg(quote_ident(a.attname) order by a.attnum) as columns
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and %s
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                group by n.nspname, c.relname
                order by n.nspname, c.relname
                """
                    .formatted(OURS))) {
      while (rows.next()) {
        columns.put(
            rows.getString("name"), Arrays.asList((String[]) rows.getArray("columns").getArray()));
      }
    }
    columns.remove(HISTORY);
    return ordered(columns, references(connection));
  }

  private static Map<String, Set<String>> references(Connection connection) throws SQLException {
    Map<String, Set<String>> references = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                with leaf as (
                  select c.oid as ancestor, c.oid as leaf from pg_class c where c.relkind = 'r'
                  union
                  select a.relid, c.oid from pg_class c
                  cross join lateral pg_partition_ancestors(c.oid) a
                  where c.relkind = 'r' and c.relispartition)
                select format('%I.%I', fn.nspname, f.relname) as referring,
                       format('%I.%I', tn.nspname, t.relname) as referred
                from pg_constraint k
                join leaf fl on fl.ancestor = k.conrelid
                join leaf tl on tl.ancestor = k.confrelid
                join pg_class f on f.oid = fl.leaf join pg_namespace fn on fn.oid = f.relnamespace
                join pg_class t on t.oid = tl.leaf join pg_namespace tn on tn.oid = t.relnamespace
                where k.contype = 'f' and fl.leaf <> tl.leaf
                """)) {
      while (rows.next()) {
        references
            .computeIfAbsent(rows.getString("referring"), _ -> new LinkedHashSet<>())
            .add(rows.getString("referred"));
      }
    }
    return references;
  }

  private static Map<String, List<String>> ordered(
      Map<String, List<String>> columns, Map<String, Set<String>> references) {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    List<String> left = new ArrayList<>(columns.keySet());
    while (!left.isEmpty()) {
      List<String> ready =
          left.stream()
              .filter(name -> ordered.keySet().containsAll(references.getOrDefault(name, Set.of())))
              .toList();
      if (ready.isEmpty()) {
        throw new BackupException(
            "tables refer to each other in a circle, which no order can fill: " + left);
      }
      ready.forEach(name -> ordered.put(name, columns.get(name)));
      left.removeAll(ready);
    }
    return ordered;
  }

  static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
    List<Manifest.Sequence> sequences = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select format('%I.%I', schemaname, sequencename) as name, last_value
                from pg_sequences where last_value is not null order by 1
                """)) {
      while (rows.next()) {
        sequences.add(new Manifest.Sequence(rows.getString("name"), rows.getLong("last_value")));
      }
    }
    return sequences;
  }

  /** Scripts that made the database, in the order of their versions. */
  static List<String> migrations(Connection connection) throws SQLException {
    List<String> scripts = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select script from "
                    + HISTORY
                    + " where type = 'SQL' and success order by version collate \"C\"");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        scripts.add(rows.getString("script"));
      }
    }
    return scripts;
  }

  /** Whether Cornerstore's tables are here. */
  static boolean present(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?)")) {
      statement.setString(1, HISTORY);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getString(1) != null;
      }
    }
  }
}
