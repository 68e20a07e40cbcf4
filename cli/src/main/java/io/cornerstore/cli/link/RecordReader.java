package io.cornerstore.cli.link;

import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.linkage.PostalAddress;
import io.cornerstore.tabular.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records of the rows of one file; not thread-safe. */
final class RecordReader {
  private static final int[] NONE = {};
  private final Map<ColumnRole, int[]> places;
  private final BirthDates birthDates;
  private final int source;
  private final Kind kind;

  RecordReader(ColumnPlan plan, int source) {
    this.places = plan.places();
    this.birthDates = plan.birthDates();
    this.source = source;
    this.kind = plan.kind();
  }

  /** The identifier of a row: its column, else its number. */
  String id(Row row, long number) {
    int[] own = places.getOrDefault(ColumnRole.ID, NONE);
    String value = own.length == 0 || own[0] >= row.size() ? null : row.value(own[0]);
    return value == null || value.isEmpty() ? Long.toString(number) : value;
  }

  /** The true cluster of a row, null when the file does not say. */
  @Nullable String truth(Row row) {
    int[] own = places.getOrDefault(ColumnRole.TRUTH, NONE);
    return own.length == 0 ? null : value(row, own[0]);
  }

  /** The record of a row. */
  LinkageRecord read(Row row) {
    LinkageRecord.Builder record = LinkageRecord.builder(kind, source);
    names(record, row);
    record.nameSuffix(first(row, ColumnRole.NAME_SUFFIX));
    record.organization(first(row, ColumnRole.ORGANIZATION));
    birth(record, row);
    record.sex(sex(first(row, ColumnRole.SEX)));
    for (int place : places.getOrDefault(ColumnRole.EMAIL, NONE)) {
      record.email(value(row, place).toLowerCase(Locale.ROOT).replace(" ", ""));
    }
    for (int place : places.getOrDefault(ColumnRole.PHONE, NONE)) {
      record.phone(value(row, place));
    }
    for (int place : places.getOrDefault(ColumnRole.STRONG_ID, NONE)) {
      String id = value(row, place);
      if (!id.isEmpty()) {
        record.strongId(ColumnRole.STRONG_ID.label() + place, id);
      }
    }
    record.others(others(row));
    address(record, row);
    return record.build();
  }

  private List<String> others(Row row) {
    int[] own = places.getOrDefault(ColumnRole.OTHER, NONE);
    if (own.length == 0) {
      return List.of();
    }
    List<String> values = new ArrayList<>(own.length);
    for (int place : own) {
      values.add(value(row, place));
    }
    return values;
  }

  private void names(LinkageRecord.Builder record, Row row) {
    String given = joined(row, ColumnRole.GIVEN_NAME, ColumnRole.SECOND_GIVEN_NAME);
    String family = joined(row, ColumnRole.FAMILY_NAME, ColumnRole.SECOND_FAMILY_NAME);
    String full = first(row, ColumnRole.FULL_NAME);
    if (given.isEmpty() && family.isEmpty() && !full.isEmpty()) {
      int comma = full.indexOf(',');
      int space = full.lastIndexOf(' ');
      if (comma > 0) {
        family = full.substring(0, comma);
        given = full.substring(comma + 1);
      } else if (space > 0) {
        given = full.substring(0, space);
        family = full.substring(space + 1);
      } else {
        given = full;
      }
    }
    record.givenName(given.strip());
    record.familyName(family.strip());
    record.additionalName(first(row, ColumnRole.ADDITIONAL_NAME));
  }

  private void birth(LinkageRecord.Builder record, Row row) {
    String date = first(row, ColumnRole.BIRTH_DATE);
    record.birthDate(
        date.isEmpty()
            ? BirthDates.parts(
                first(row, ColumnRole.BIRTH_YEAR),
                first(row, ColumnRole.BIRTH_MONTH),
                first(row, ColumnRole.BIRTH_DAY))
            : birthDates.read(date));
  }

  private void address(LinkageRecord.Builder record, Row row) {
    String street =
        (first(row, ColumnRole.HOUSE_NUMBER) + " " + first(row, ColumnRole.STREET)).strip();
    String city = first(row, ColumnRole.CITY);
    String code = first(row, ColumnRole.POSTAL_CODE);
    if (!street.isEmpty() || !city.isEmpty() || !code.isEmpty()) {
      record.address(
          new PostalAddress(
              street,
              first(row, ColumnRole.UNIT),
              city,
              first(row, ColumnRole.REGION),
              code,
              first(row, ColumnRole.COUNTRY)));
    }
  }

  private String joined(Row row, ColumnRole role, ColumnRole second) {
    return (first(row, role) + " " + first(row, second)).strip();
  }

  private String first(Row row, ColumnRole role) {
    for (int place : places.getOrDefault(role, NONE)) {
      String value = value(row, place);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /* A row of JSON Lines knows only the columns met so far. */
  private static String value(Row row, int place) {
    String value = place < row.size() ? row.value(place) : null;
    return value == null ? "" : value.strip();
  }

  private static String sex(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    if (text.startsWith("f") || text.startsWith("w") || text.equals("perempuan")) {
      return "F";
    }
    return text.startsWith("m") || text.equals("laki-laki") ? "M" : "";
  }
}
