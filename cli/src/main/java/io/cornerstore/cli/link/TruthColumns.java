package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the columns of a file with the truth mean; -1 stands for a column that is not there. */
sealed interface TruthColumns {
  /**
   * One line a record.
   *
   * @param id its identifier
   * @param source its file
   * @param cluster its true cluster
   */
  record Clusters(int id, int source, int cluster) implements TruthColumns {}

  /**
   * One line a pair.
   *
   * @param idA identifier of one record
   * @param sourceA its file
   * @param idB identifier of the other
   * @param sourceB its file
   * @param verdict whether the two are the same; without it, all are
   */
  record Pairs(int idA, int sourceA, int idB, int sourceB, int verdict) implements TruthColumns {}

  /** What was taken, for people. */
  default String text(List<String> columns) {
    return switch (this) {
      case Clusters(int id, int source, int cluster) ->
          "true clusters: column %s, of the record named by %s%s"
              .formatted(
                  columns.get(cluster),
                  source < 0 ? "" : columns.get(source) + " and ",
                  columns.get(id));
      case Pairs(int idA, int sourceA, int idB, int sourceB, int verdict) ->
          "true pairs: %s%s with %s%s%s"
              .formatted(
                  sourceA < 0 ? "" : columns.get(sourceA) + " and ",
                  columns.get(idA),
                  sourceB < 0 ? "" : columns.get(sourceB) + " and ",
                  columns.get(idB),
                  verdict < 0 ? "" : ", where " + columns.get(verdict) + " says so");
    };
  }

  /**
   * Recognises them, by their names first, then by their values.
   *
   * @param columns their names
   * @param told the name of the cluster column where the user said so, else empty
   * @param idColumns names of the identifiers in the inputs
   * @param holdsIds whether most values of a column are identifiers of records
   * @throws UserMistake when they cannot be told
   */
  static TruthColumns of(
      List<String> columns, String told, List<String> idColumns, IntPredicate holdsIds) {
    return new Recognition(columns, told, idColumns, holdsIds).columns();
  }

  /** The search for them. */
  record Recognition(
      List<String> names, String told, List<String> idColumns, IntPredicate holdsIds) {
    private static final Pattern CLUSTER =
        Pattern.compile(
            "((true|ground|gold|real)_?)?(cluster|entity|ent|person|customer|individual|profile)"
                + "(_?(id|no|number|key))?|(ground_?)?truth(_.+)?|gold(_?id)?|group(_?id)?");
    private static final Pattern SOURCE =
        Pattern.compile("(source|file|data_?set|system)(_(data_?set|system|name|file))?");
    private static final Pattern VERDICT =
        Pattern.compile("(clerical_)?match(_score)?|is_?match|same|label|verdict");
    private static final Pattern NAMED_ID = Pattern.compile("(.+_)?id(_.+)?|id\\d");
    private static final Pattern ONE =
        Pattern.compile("(?<stem>.+)_(a|l|left|x|1)|(?<s2>.+?)1|(left|l|a)_(?<s3>.+)");
    private static final Pattern OTHER =
        Pattern.compile("(?<stem>.+)_(b|r|right|y|2)|(?<s2>.+?)2|(right|r|b)_(?<s3>.+)");

    TruthColumns columns() {
      Optional<Clusters> clusters = clusters();
      if (clusters.isPresent()) {
        return clusters.get();
      }
      return pairs()
          .or(this::byValues)
          .orElseThrow(() ->
              new UserMistake(
                  "the truth file's columns are %s: neither an id and a cluster nor two ids. Maybe"
                          .formatted(String.join(", ", names))
                      + " name the cluster with --truth-column?"));
    }

    private static String plain(String name) {
      return name.strip()
          .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^a-z0-9]+", "_");
    }

    private int first(Pattern pattern) {
      for (int i = 0; i < names.size(); i++) {
        if (pattern.matcher(plain(names.get(i))).matches()) {
          return i;
        }
      }
      return -1;
    }

    private Optional<Clusters> clusters() {
      int cluster = told.isEmpty() ? first(CLUSTER) : names.indexOf(told);
      if (cluster < 0 && !told.isEmpty()) {
        throw new UserMistake(
            "the truth file has no column %s; there are %s"
                .formatted(told, String.join(", ", names)));
      }
      if (cluster < 0 || names.size() < 2) {
        return Optional.empty();
      }
      int source = first(SOURCE);
      return Optional.of(new Clusters(id(cluster, source), source, cluster));
    }

    /* The inputs' own name for it, else a usual one, else the first column left. */
    private int id(int cluster, int source) {
      List<Integer> left = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if (i != cluster && i != source) {
          left.add(i);
        }
      }
      for (int i : left) {
        if (idColumns.contains(names.get(i))) {
          return i;
        }
      }
      for (int i : left) {
        if (ColumnRole.named(names.get(i)).orElse(ColumnRole.IGNORED) == ColumnRole.ID) {
          return i;
        }
      }
      return left.isEmpty() ? cluster : left.getFirst();
    }

    private Optional<TruthColumns> pairs() {
      int[] ids = {-1, -1};
      int[] sources = {-1, -1};
      for (int i = 0; i < names.size(); i++) {
        for (int j = 0; j < names.size(); j++) {
          String stem = stem(ONE, names.get(i));
          if (!stem.isEmpty() && stem.equals(stem(OTHER, names.get(j)))) {
            boolean isSource = SOURCE.matcher(stem).matches();
            int[] found = isSource ? sources : ids;
            boolean better = NAMED_ID.matcher(stem).matches() && !isId(ids);
            if (found[0] < 0 || (!isSource && better)) {
              found[0] = i;
              found[1] = j;
            }
          }
        }
      }
      if (ids[0] < 0) {
        ids = twoIds();
      }
      return ids[0] < 0
          ? Optional.empty()
          : Optional.of(new Pairs(ids[0], sources[0], ids[1], sources[1], first(VERDICT)));
    }

    private boolean isId(int[] ids) {
      return ids[0] >= 0 && NAMED_ID.matcher(stem(ONE, names.get(ids[0]))).matches();
    }

    private static String stem(Pattern side, String name) {
      Matcher matcher = side.matcher(plain(name));
      if (!matcher.matches()) {
        return "";
      }
      for (String group : List.of("stem", "s2", "s3")) {
        String found = matcher.group(group);
        if (found != null) {
          return found;
        }
      }
      return "";
    }

    /* Such as id_shop and id_crm. */
    private int[] twoIds() {
      List<Integer> ids = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if (NAMED_ID.matcher(plain(names.get(i))).matches()) {
          ids.add(i);
        }
      }
      return ids.size() == 2 ? new int[] {ids.get(0), ids.get(1)} : new int[] {-1, -1};
    }

    private Optional<TruthColumns> byValues() {
      if (names.size() != 2) {
        return Optional.empty();
      }
      boolean first = holdsIds.test(0);
      boolean second = holdsIds.test(1);
      if (first && second) {
        return Optional.of(new Pairs(0, -1, 1, -1, -1));
      }
      if (first || second) {
        return Optional.of(new Clusters(first ? 0 : 1, -1, first ? 1 : 0));
      }
      return Optional.empty();
    }
  }
}
