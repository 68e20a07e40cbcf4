package io.cornerstore.intake.mapping;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import io.cornerstore.intake.Party;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.tabular.TabularOptions;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a feed mean. Correct in itself; whether the files have the columns is checked
 * when it meets them.
 *
 * @param name of the feed: the mapping's file name without endings, unless it says otherwise
 * @param named whether the mapping itself gives the name
 * @param file where the mapping stands, for messages
 * @param folder what the globs and looked-up files are relative to
 * @param hash SHA-256 of the text, hexadecimal
 * @param text as written: it is kept, so that rows can be read again without the file
 * @param only rows where this does not hold are left out
 * @param country default region of numbers and addresses
 */
public record FeedMapping(
    String name,
    boolean named,
    String file,
    Path folder,
    String hash,
    String text,
    SourceSystem source,
    Channel channel,
    List<String> files,
    TabularOptions format,
    RowKind rows,
    @Nullable When only,
    @Nullable ValueSpec version,
    Party party,
    Basis basis,
    int trust,
    @Nullable ZoneId zone,
    @Nullable String currency,
    @Nullable String country,
    List<ValueSpec> messageId,
    @Nullable SubjectMapping subject,
    Map<String, LookupMapping> lookups,
    List<FieldMapping> person,
    @Nullable InteractionMapping interaction,
    List<ColumnRef> extra,
    @Nullable ReferenceMapping reference) {

  public FeedMapping {
    files = List.copyOf(files);
    messageId = List.copyOf(messageId);
    lookups = Map.copyOf(lookups);
    person = List.copyOf(person);
    extra = List.copyOf(extra);
  }

  /** How rows of later files relate to those of earlier ones. The order is stored: append only. */
  public enum RowKind {
    /** Every row happened. */
    EVENTS,
    /** A row replaces the older one of its key. */
    UPSERTS,
    /** Each file is the whole truth: what is missing is gone. */
    SNAPSHOT
  }

  /** A value of a person. */
  public record FieldMapping(PersonalField field, ValueSpec value) {}

  /** Whom a row is about. */
  public record SubjectMapping(
      List<ValueSpec> key, @Nullable SourceSystem of, List<ValueSpec> group, ValueSpec kind) {
    public SubjectMapping {
      key = List.copyOf(key);
      group = List.copyOf(group);
    }
  }

  /** Columns of another file by key. */
  public record LookupMapping(
      String name, Path file, ColumnRef key, ColumnRef by, TabularOptions format, Mark mark) {}

  /** What is sold, or where. */
  public record ReferenceMapping(ReferenceKind kind, Map<String, ValueSpec> fields) {
    public ReferenceMapping {
      fields = Map.copyOf(fields);
    }
  }

  /** The kinds of reference feeds with their fields, the key first. */
  public enum ReferenceKind {
    PRODUCTS,
    STORES;

    /** Names of the fields, the key first. */
    public List<String> fields() {
      return switch (this) {
        case PRODUCTS ->
            List.of("sku", "name", "category", "subcategory", "maker", "price", "currency");
        case STORES -> List.of("store", "name", "locality", "country", "zone");
      };
    }
  }

  /** Every column the mapping names, except those that only looked-up files have as their key. */
  public Set<ColumnRef> columns() {
    Set<ColumnRef> columns = new LinkedHashSet<>();
    values().flatMap(ValueSpec::columns).forEach(columns::add);
    lookups.values().forEach(lookup -> columns.add(lookup.by()));
    columns.addAll(extra);
    if (only != null) {
      columns.add(only.column());
    }
    if (interaction != null) {
      columns.addAll(interaction.columns());
    }
    return columns;
  }

  /**
   * What tells this feed from others of its source, whatever its files and mapping are called: a
   * renamed feed is the same feed.
   */
  public String scope() {
    String kind = reference == null ? channel.code() : reference.kind().name().toLowerCase(ROOT);
    String scope = named ? name + " " + kind : kind;
    return rows == RowKind.EVENTS
        ? scope
        : scope
            + " by "
            + itemKey().stream()
                .flatMap(ValueSpec::columns)
                .map(ColumnRef::name)
                .collect(joining("+"));
  }

  /** Whether of the rows about a thing the last one read counts: nothing else dates them. */
  public boolean lastRowCounts() {
    return switch (rows) {
      case EVENTS -> false;
      case UPSERTS -> version == null;
      case SNAPSHOT -> true;
    };
  }

  /** What says which thing a row is a version of: the message id, else the subject's key. */
  public List<ValueSpec> itemKey() {
    if (!messageId.isEmpty() || subject == null) {
      return messageId;
    }
    return subject.key();
  }

  /** The lookup a column name belongs to, if any, and null otherwise. */
  public @Nullable LookupMapping lookupOf(String column) {
    int dot = column.indexOf('.');
    return dot < 0 ? null : lookups.get(column.substring(0, dot));
  }

  private Stream<ValueSpec> values() {
    Stream.Builder<ValueSpec> values = Stream.builder();
    messageId.forEach(values);
    person.forEach(field -> values.add(field.value()));
    if (version != null) {
      values.add(version);
    }
    if (subject != null) {
      subject.key().forEach(values);
      subject.group().forEach(values);
      values.add(subject.kind());
    }
    if (reference != null) {
      reference.fields().values().forEach(values);
    }
    return values.build();
  }
}
