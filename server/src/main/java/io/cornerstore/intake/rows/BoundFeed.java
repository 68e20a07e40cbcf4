package io.cornerstore.intake.rows;

import io.cornerstore.intake.log.BlindTokens;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.SubjectMapping;
import io.cornerstore.intake.mapping.ValueSource;
import io.cornerstore.intake.mapping.ValueSpec;
import io.cornerstore.intake.normal.PersonNormalizer;
import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.intake.screening.Screen;
import io.cornerstore.kernel.PersonalField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping bound to the columns of one file and its looked-up files. Immutable. */
public final class BoundFeed {

  private final FeedMapping mapping;
  private final int lookups;
  private final List<BoundValue> messageId;
  private final List<BoundValue> subjectKey;
  private final List<BoundValue> subjectGroup;
  private final @Nullable BoundValue subjectKind;
  private final @Nullable BoundValue version;
  private final BoundValue.@Nullable BoundCondition only;
  private final List<BoundField> person = new ArrayList<>();
  private final List<BoundValue> extra = new ArrayList<>();
  private final Map<String, BoundValue> reference = new HashMap<>();
  private final @Nullable BoundInteraction interaction;
  private final ColumnScreens screens;
  private final Screen keyScreen = Screen.of("id", FieldType.IDENTIFIER);

  /** A field of a person; {@code idKind} goes before ids of a certain kind. */
  record BoundField(PersonalField field, BoundValue value, @Nullable String idKind) {}

  private BoundFeed(FeedMapping mapping, Function<ColumnRef, BoundColumn> columns) {
    this.mapping = mapping;
    this.screens = new ColumnScreens(mapping);
    this.lookups = mapping.lookups().size();
    SubjectMapping subject = mapping.subject();
    messageId = bound(mapping.messageId(), columns);
    subjectKey = subject == null ? List.of() : bound(subject.key(), columns);
    subjectGroup = subject == null ? List.of() : bound(subject.group(), columns);
    subjectKind = subject == null ? null : BoundValue.of(subject.kind(), FieldType.TEXT, columns);
    only = BoundValue.BoundCondition.of(mapping.only(), columns);
    version = BoundValue.orNull(mapping.version(), FieldType.IDENTIFIER, columns);
    for (FeedMapping.FieldMapping field : mapping.person()) {
      String kind = field.value().kind();
      person.add(
          new BoundField(
              field.field(),
              BoundValue.of(field.value(), ColumnScreens.typeOf(field.field()), columns),
              kind == null ? null : kind + ":"));
    }
    for (ColumnRef ref : mapping.extra()) {
      ValueSpec spec =
          new ValueSpec(
              new ValueSource.Column(ref), Map.of(), null, List.of(), null, null, ref.mark());
      extra.add(BoundValue.of(spec, FieldType.TEXT, columns));
    }
    interaction =
        mapping.interaction() == null
            ? null
            : new BoundInteraction(
                mapping.interaction(), mapping.zone(), mapping.currency(), columns);
    if (mapping.reference() != null) {
      mapping
          .reference()
          .fields()
          .forEach(
              (name, spec) -> reference.put(name, BoundValue.of(spec, FieldType.TEXT, columns)));
    }
  }

  /** Binds to a file's columns; the mapping must have been checked against them. */
  public static BoundFeed of(FeedMapping mapping, Lookups lookups, List<String> columns) {
    return new BoundFeed(mapping, ref -> lookups.column(mapping, ref.name(), columns));
  }

  private static List<BoundValue> bound(
      List<ValueSpec> specs, Function<ColumnRef, BoundColumn> columns) {
    return specs.stream().map(spec -> BoundValue.of(spec, FieldType.IDENTIFIER, columns)).toList();
  }

  /** Counts the rows of one file. */
  public RowIdentities identities(BlindTokens tokens) {
    boolean byMessage = !messageId.isEmpty() || mapping.rows() == FeedMapping.RowKind.EVENTS;
    return new RowIdentities(tokens, mapping, byMessage ? messageId : subjectKey, only, lookups);
  }

  /** Makes entries of the rows of one file. */
  public RowInterpreter interpreter(
      LogEntry.Origin origin, BlindTokens tokens, PersonNormalizer normalizer) {
    return new RowInterpreter(mapping, this, origin, tokens, normalizer);
  }

  /** Reads the rows of a reference feed. */
  public ReferenceRows referenceRows() {
    return new ReferenceRows(mapping, reference, lookups);
  }

  int lookups() {
    return lookups;
  }

  List<BoundValue> subjectKey() {
    return subjectKey;
  }

  List<BoundValue> subjectGroup() {
    return subjectGroup;
  }

  @Nullable BoundValue subjectKind() {
    return subjectKind;
  }

  String subjectSource() {
    SubjectMapping subject = mapping.subject();
    return subject == null || subject.of() == null ? mapping.source().code() : subject.of().code();
  }

  @Nullable BoundValue version() {
    return version;
  }

  List<BoundField> person() {
    return person;
  }

  List<BoundValue> extra() {
    return extra;
  }

  @Nullable BoundInteraction interaction() {
    return interaction;
  }

  /** What may be kept of a row as it came. */
  public ColumnScreens screens() {
    return screens;
  }

  Screen keyScreen() {
    return keyScreen;
  }
}
