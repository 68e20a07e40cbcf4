package io.cornerstore.intake.rows;

import io.cornerstore.intake.log.RowContent;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.mapping.InteractionMapping.LinesMapping;
import io.cornerstore.intake.mapping.ValueSpec;
import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.intake.screening.Screen;
import io.cornerstore.intake.screening.Screened;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.tabular.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be kept of a row as it came: each column screened as the mapping's own reading screens
 * it, so that reading it again comes to the same. Immutable.
 */
public final class ColumnScreens {

  private final Map<String, Screen> screens = new HashMap<>();
  private final Set<String> mapped = new HashSet<>();
  private final Set<String> phones = new HashSet<>();

  /** For the columns of a mapping. */
  public ColumnScreens(FeedMapping mapping) {
    Map<String, FieldType> types = new HashMap<>();
    for (FeedMapping.FieldMapping field : mapping.person()) {
      put(types, field.value(), typeOf(field.field()));
    }
    if (mapping.interaction() != null) {
      mapping
          .interaction()
          .parts()
          .forEach((part, value) -> put(types, value, BoundInteraction.typeOf(part)));
      LinesMapping lines = mapping.interaction().lines();
      if (lines != null) {
        types.put(lines.from().name(), FieldType.TEXT);
      }
    }
    mapping.extra().forEach(column -> types.putIfAbsent(column.name(), FieldType.TEXT));
    for (ColumnRef column : mapping.columns()) {
      if (mapping.lookupOf(column.name()) == null) {
        mapped.add(column.name());
        types.putIfAbsent(column.name(), FieldType.IDENTIFIER);
      }
    }
    types.forEach((column, type) -> {
      screens.put(column, Screen.of(column, type));
      if (type == FieldType.PHONE) {
        phones.add(column);
      }
    });
  }

  private static void put(Map<String, FieldType> types, ValueSpec value, FieldType type) {
    value.columns().forEach(column -> types.merge(column.name(), type, ColumnScreens::stricter));
  }

  /** Two uses of a column: what either would mask is masked. */
  private static FieldType stricter(FieldType a, FieldType b) {
    return a == FieldType.TEXT || b == FieldType.TEXT ? FieldType.TEXT : a;
  }

  static FieldType typeOf(PersonalField field) {
    return switch (field) {
      case PHONE -> FieldType.PHONE;
      case BIRTH_DATE, POSTAL_CODE, LOYALTY_CARD, EXTERNAL_ID -> FieldType.IDENTIFIER;
      default -> FieldType.TEXT;
    };
  }

  /**
   * Every column, for rows that wait to be corrected. What stands in the wrong column is no excuse:
   * but for phones, each value is also screened without regard to what its column is called.
   */
  public RowContent.Fields all(Row row) {
    return kept(row, true);
  }

  /** The columns that the mapping names. */
  public RowContent.Fields mapped(Row row) {
    return kept(row, false);
  }

  private RowContent.Fields kept(Row row, boolean all) {
    List<String> columns = new ArrayList<>(row.size());
    List<@Nullable String> values = new ArrayList<>(row.size());
    List<String> names = row.columns();
    for (int i = 0; i < row.size(); i++) {
      String name = names.get(i);
      String value = row.value(i);
      if (all || (value != null && !value.isEmpty() && mapped.contains(name))) {
        columns.add(name);
        values.add(value == null ? null : screened(name, value, all));
      }
    }
    return new RowContent.Fields(columns, values);
  }

  private String screened(String column, String value, boolean strictly) {
    Screen screen = screens.getOrDefault(column, RowContent.RAW);
    String text = screened(screen, value);
    return strictly && !phones.contains(column) ? screened(RowContent.RAW, text) : text;
  }

  private static String screened(Screen screen, String value) {
    Screened found = screen.screen(value);
    return found == null ? value : found.text();
  }
}
