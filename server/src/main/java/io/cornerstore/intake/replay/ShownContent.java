package io.cornerstore.intake.replay;

import io.cornerstore.intake.QuarantinedContent;
import io.cornerstore.intake.QuarantinedContent.Field;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.log.RowContent;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.InteractionMapping;
import io.cornerstore.intake.mapping.InteractionMapping.LineMapping;
import io.cornerstore.intake.mapping.ValueSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a quarantined row shows to somebody whom personal values are not open to: times, amounts,
 * codes of goods and the like as they are, all else by its shape.
 */
final class ShownContent {

  private static final Set<String> TELLING_PARTS = Set.of("note", "topic");

  private ShownContent() {}

  static QuarantinedContent of(
      QuarantinedRow row, RowContent content, @Nullable FeedMapping mapping, boolean open) {
    return switch (content) {
      case RowContent.Text(String text) ->
          new QuarantinedContent(row, List.of(), open ? text : shape(text), !open);
      case RowContent.Fields fields -> {
        Set<String> harmless = mapping == null ? Set.of() : harmless(mapping);
        List<Field> shown = new ArrayList<>();
        for (int i = 0; i < fields.columns().size(); i++) {
          String column = fields.columns().get(i);
          String value = i < fields.values().size() ? fields.values().get(i) : null;
          boolean masked = !open && !harmless.contains(column);
          String text = value == null ? "" : value;
          shown.add(new Field(column, masked ? shape(text) : text, masked, blames(row, column)));
        }
        yield new QuarantinedContent(row, shown, null, !open);
      }
    };
  }

  private static boolean blames(QuarantinedRow row, String column) {
    String blamed = row.column();
    return blamed != null && Arrays.asList(blamed.split("\\+")).contains(column);
  }

  /** Columns that say what happened, and not also who it was. */
  private static Set<String> harmless(FeedMapping mapping) {
    Set<String> harmless = new HashSet<>();
    InteractionMapping interaction = mapping.interaction();
    if (interaction != null) {
      Stream.Builder<ValueSpec> values = Stream.builder();
      values.add(interaction.time());
      if (interaction.type().value() != null) {
        values.add(interaction.type().value());
      }
      interaction
          .parts()
          .forEach((part, value) -> {
            if (!TELLING_PARTS.contains(part)) {
              values.add(value);
            }
          });
      LineMapping line = interaction.line();
      if (line != null) {
        line.parts().values().forEach(values::add);
      }
      values.build().flatMap(ValueSpec::columns).map(ColumnRef::name).forEach(harmless::add);
    }
    if (mapping.version() != null) {
      mapping.version().columns().map(ColumnRef::name).forEach(harmless::add);
    }
    harmless.removeAll(personal(mapping));
    return harmless;
  }

  private static Set<String> personal(FeedMapping mapping) {
    Stream<ValueSpec> person = mapping.person().stream().map(FeedMapping.FieldMapping::value);
    Stream<ValueSpec> keys =
        mapping.subject() == null ? Stream.of() : mapping.subject().key().stream();
    return Stream.concat(person, keys)
        .flatMap(ValueSpec::columns)
        .map(ColumnRef::name)
        .collect(Collectors.toSet());
  }

  /** Letters and digits of a text by their kind, the rest as it is. */
  static String shape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> {
          if (Character.isDigit(c)) {
            return '9';
          }
          if (!Character.isLetter(c)) {
            return c;
          }
          return Character.isUpperCase(c) ? 'A' : 'a';
        })
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
