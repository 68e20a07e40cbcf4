package io.cornerstore.intake.rows;

import io.cornerstore.intake.log.BlindTokens;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.RowKind;
import io.cornerstore.tabular.Row;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a row is counted by. Without an id of the source's own, the keyed hash of the row in
 * canonical form (columns by name, empty ones left out) and which occurrence it is in its file: a
 * till that sells the same thing twice writes the same line twice, and both are real.
 *
 * <p>Reads one file in order; not for several threads.
 */
public final class RowIdentities {

  private static final char UNIT = '\u001F';
  private static final char RECORD = '\u001E';

  private final BlindTokens tokens;
  private final String source;
  private final String scope;
  private final RowKind kind;
  private final boolean given;
  private final List<BoundValue> key;
  private final BoundValue.@Nullable BoundCondition only;
  private final int lookups;
  private final Occurrences occurrences = new Occurrences();
  private List<String> columns = List.of();
  private int[] order = {};

  RowIdentities(
      BlindTokens tokens,
      FeedMapping mapping,
      List<BoundValue> key,
      BoundValue.@Nullable BoundCondition only,
      int lookups) {
    this.tokens = tokens;
    this.source = mapping.source().code();
    this.scope = mapping.scope();
    this.kind = mapping.rows();
    this.given = !mapping.messageId().isEmpty();
    this.key = key;
    this.only = only;
    this.lookups = lookups;
  }

  /** Whether the feed is not about this row. */
  public boolean leavesOut(Row row) {
    return only != null && !only.holds(new RowView(row, lookups));
  }

  /** The identity of the file's next row; null when the columns that give it are empty. */
  public @Nullable RowIdentity next(Row row) {
    String id = key.isEmpty() ? "" : joined(row);
    if (id == null) {
      return null;
    }
    if (kind == RowKind.EVENTS && given) {
      UUID message = tokens.message(source, id);
      return new RowIdentity(message, null, message);
    }
    UUID content = tokens.message(source, "row", scope + RECORD + canonical(row));
    if (kind != RowKind.EVENTS) {
      return new RowIdentity(content, tokens.item(source, scope, id), content);
    }
    int occurrence = occurrences.count(content);
    UUID message =
        occurrence == 1 ? content : tokens.message(source, "again", content + ":" + occurrence);
    return new RowIdentity(message, null, content);
  }

  /** What a malformed row or one without identity is counted by. */
  public UUID ofText(String text) {
    UUID content = tokens.message(source, "bad", scope + RECORD + text);
    int occurrence = occurrences.count(content);
    return occurrence == 1 ? content : tokens.message(source, "again", content + ":" + occurrence);
  }

  /* A message id may lack parts, but not all that come from columns; the key of a subject, none. */
  private @Nullable String joined(Row row) {
    RowView view = new RowView(row, lookups);
    if (key.size() == 1) {
      return key.getFirst().raw(view);
    }
    StringBuilder id = new StringBuilder();
    boolean any = false;
    for (BoundValue part : key) {
      String value = part.raw(view);
      if (value == null && !given) {
        return null;
      }
      any |= value != null && !part.isConstant();
      id.append(value == null ? "" : value).append(UNIT);
    }
    return any ? id.toString() : null;
  }

  private String canonical(Row row) {
    List<String> names = row.columns();
    if (!names.equals(columns)) {
      columns = names;
      order =
          IntStream.range(0, names.size())
              .boxed()
              .sorted(Comparator.comparing(names::get))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    StringBuilder text = new StringBuilder(256);
    for (int place : order) {
      String value = row.value(place);
      if (value != null && !value.isEmpty()) {
        text.append(names.get(place)).append(UNIT).append(value).append(RECORD);
      }
    }
    return text.toString();
  }
}
