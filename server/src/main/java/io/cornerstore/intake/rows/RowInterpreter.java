package io.cornerstore.intake.rows;

import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.log.BlindTokens;
import io.cornerstore.intake.log.EntryBuilder;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.LogEntry.Item;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.FeedMapping.RowKind;
import io.cornerstore.intake.normal.PersonNormalizer;
import io.cornerstore.intake.normal.TimeFormat;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.tabular.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of rows: values are picked by the mapping, screened, normalised, encoded. Immutable
 * and safe for several threads.
 */
public final class RowInterpreter {

  private static final char UNIT = '\u001F';
  private static final TimeFormat ISO = new TimeFormat(List.of());

  private final FeedMapping mapping;
  private final BoundFeed bound;
  private final LogEntry.Origin origin;
  private final BlindTokens tokens;
  private final PersonNormalizer normalizer;

  RowInterpreter(
      FeedMapping mapping,
      BoundFeed bound,
      LogEntry.Origin origin,
      BlindTokens tokens,
      PersonNormalizer normalizer) {
    this.mapping = mapping;
    this.bound = bound;
    this.origin = origin;
    this.tokens = tokens;
    this.normalizer = normalizer;
  }

  /** The entry of a row, or why there is none. */
  public RowOutcome read(Row row, RowIdentity identity, Instant receivedAt) {
    RowView view = new RowView(row, bound.lookups());
    Instant occurredAt = receivedAt;
    Interaction interaction = null;
    if (bound.interaction() != null) {
      Instant time = bound.interaction().time(view);
      occurredAt = time == null ? receivedAt : time;
      interaction = bound.interaction().read(view);
    }
    Instant versionAt = bound.version() == null ? null : version(bound.version(), view);
    if (versionAt != null && interaction == null) {
      occurredAt = versionAt;
    }
    String key = joined(bound.subjectKey(), view);
    List<PersonalValue> values = values(view);
    SubjectKind kind = kind(view, key, values);
    String problem = view.problem();
    if (problem != null) {
      return new RowOutcome.Refused(view.problemColumn(), problem);
    }
    SourceDocument document =
        new SourceDocument(keptKey(view, key), values, interaction, extra(view));
    Item item =
        identity.item() == null
            ? null
            : new Item(
                identity.item(),
                identity.content(),
                false,
                mapping.rows() == RowKind.UPSERTS ? versionAt : null);
    EntryBuilder.Draft draft =
        new EntryBuilder.Draft(
            mapping.lastRowCounts() ? null : identity.message(),
            subject(view, key, identity),
            kind,
            item,
            occurredAt,
            receivedAt,
            document,
            view.asked(),
            bound.screens().mapped(row));
    LogEntry entry = EntryBuilder.entry(draft, origin, tokens);
    return new RowOutcome.Taken(entry, view.masked());
  }

  private SubjectId subject(RowView view, @Nullable String key, RowIdentity identity) {
    String source = bound.subjectSource();
    if (key != null) {
      return tokens.subject(source, key);
    }
    String group = joined(bound.subjectGroup(), view);
    return group != null
        ? tokens.subject(source, BlindTokens.GROUP, group)
        : tokens.subject(
            source,
            "message",
            Objects.requireNonNullElse(identity.item(), identity.message()).toString());
  }

  private List<PersonalValue> values(RowView view) {
    if (bound.person().isEmpty()) {
      return List.of();
    }
    List<GivenValue> given = new ArrayList<>(bound.person().size());
    Map<Integer, TimeFormat> birthFormats = new HashMap<>();
    for (BoundFeed.BoundField field : bound.person()) {
      String text = field.value().kept(view);
      if (text != null) {
        given.add(
            new GivenValue(field.field(), field.idKind() == null ? text : field.idKind() + text));
        TimeFormat format = field.value().format();
        if (field.field() == PersonalField.BIRTH_DATE && format != null) {
          birthFormats.put(given.size() - 1, format);
        }
      }
    }
    return normalizer.normalise(given, mapping.country(), birthFormats);
  }

  private SubjectKind kind(RowView view, @Nullable String key, List<PersonalValue> values) {
    BoundValue kindValue = bound.subjectKind();
    String word = kindValue == null ? "person" : kindValue.raw(view);
    SubjectKind kind = SubjectKind.PERSON;
    if (word != null && kindValue != null) {
      String upper = word.toUpperCase(Locale.ROOT);
      switch (upper) {
        case "PERSON" -> kind = SubjectKind.PERSON;
        case "ORGANIZATION" -> kind = SubjectKind.ORGANIZATION;
        case "ANONYMOUS" -> kind = SubjectKind.ANONYMOUS;
        default -> view.problem(kindValue.name(), RefusalReason.KIND_UNKNOWN);
      }
    }
    return key == null && !EntryBuilder.identifies(values) ? SubjectKind.ANONYMOUS : kind;
  }

  private @Nullable Instant version(BoundValue version, RowView view) {
    String text = version.raw(view);
    if (text == null) {
      return null;
    }
    TimeFormat format = version.format() == null ? ISO : version.format();
    Instant time = format.instant(text, mapping.zone() == null ? ZoneOffset.UTC : mapping.zone());
    if (time == null) {
      view.problem(version.name(), RefusalReason.VERSION_NO_TIME);
    }
    return time;
  }

  private Map<String, String> extra(RowView view) {
    if (bound.extra().isEmpty()) {
      return Map.of();
    }
    Map<String, String> extra = new LinkedHashMap<>();
    for (BoundValue value : bound.extra()) {
      String text = value.kept(view);
      if (text != null) {
        extra.put(value.name(), text);
      }
    }
    return extra;
  }

  private @Nullable String keptKey(RowView view, @Nullable String key) {
    return key == null ? null : view.screen(bound.keyScreen(), "subject key", shown(key));
  }

  private static String shown(String key) {
    return key.indexOf(UNIT) < 0 ? key : key.substring(0, key.length() - 1).replace(UNIT, ' ');
  }

  private static @Nullable String joined(List<BoundValue> parts, RowView view) {
    if (parts.size() == 1) {
      return parts.getFirst().raw(view);
    }
    StringBuilder joined = new StringBuilder();
    for (BoundValue part : parts) {
      String value = part.raw(view);
      if (value == null) {
        return null;
      }
      joined.append(value).append(UNIT);
    }
    return joined.isEmpty() ? null : joined.toString();
  }
}
