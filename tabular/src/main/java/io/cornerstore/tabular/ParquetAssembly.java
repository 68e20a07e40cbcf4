package io.cornerstore.tabular;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of one record together: groups flattened to dotted columns, whatever repeats as
 * the JSON text of an array. A record over the limits is passed over without being kept.
 */
final class ParquetAssembly extends RecordMaterializer<RowResult> {
  private final TabularLimits limits;
  private final List<String> names = new ArrayList<>();
  private final List<ParquetNode.ArrayText> arrays = new ArrayList<>();
  private final ParquetNode.Fields root;
  private final ColumnIndex columns;
  private @Nullable String[] values;
  private long row;
  private int size;
  private int badColumn;
  private @Nullable String problem;

  ParquetAssembly(MessageType schema, TabularLimits limits) {
    this.limits = limits;
    this.values = new String[0];
    this.root = flatten(schema, "");
    this.columns = new ColumnIndex(names);
    begin();
  }

  private ParquetNode.Fields flatten(GroupType group, String prefix) {
    ParquetNode.Fields fields = new ParquetNode.Fields(group.getFieldCount());
    for (int i = 0; i < group.getFieldCount(); i++) {
      Type field = group.getType(i);
      String name = prefix + field.getName();
      if (!field.isPrimitive() && !repeats(field)) {
        fields.set(i, flatten(field.asGroupType(), name + "."));
      } else {
        int column = names.size();
        names.add(name);
        ParquetNode.Sink sink = text -> set(column, text);
        if (field.isRepetition(Type.Repetition.REPEATED)) {
          ParquetNode.ArrayText array = new ParquetNode.ArrayText(sink, this::fits);
          arrays.add(array);
          fields.set(i, ParquetNode.json(field, array::add, this::fits));
        } else if (field.isPrimitive()) {
          fields.set(i, ParquetNode.text(field.asPrimitiveType(), sink, () -> notText(column)));
        } else {
          fields.set(i, ParquetNode.json(field, sink, this::fits));
        }
      }
    }
    return fields;
  }

  private static boolean repeats(Type field) {
    return field.isRepetition(Type.Repetition.REPEATED)
        || field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        || field.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation;
  }

  private void set(int column, String text) {
    if (text.length() > limits.fieldBytes()) {
      reject(column + 1, "a field is longer than " + limits.fieldBytes() + " characters");
    } else if (fits(text.length())) {
      values[column] = text;
    }
  }

  private void notText(int column) {
    reject(column + 1, "has bytes that are not UTF-8");
  }

  /** Counts what the record has taken; false once it is over the limit. */
  private boolean fits(int more) {
    size = (int) Math.min(Integer.MAX_VALUE, (long) size + more);
    if (size > limits.rowBytes()) {
      reject(0, "is longer than " + limits.rowBytes() + " characters");
    }
    return problem == null;
  }

  private void reject(int column, String reason) {
    if (problem == null) {
      badColumn = column;
      problem = reason;
    }
  }

  private void begin() {
    values = new String[names.size()];
    size = 0;
    problem = null;
    badColumn = 0;
  }

  @Override
  public RowResult getCurrentRecord() {
    arrays.forEach(ParquetNode.ArrayText::end);
    row++;
    @Nullable String[] taken = values;
    int column = badColumn;
    String reason = problem;
    begin();
    if (reason != null) {
      String text = JsonText.object(columns.names(), taken);
      String raw = text.substring(0, Math.min(text.length(), BadRow.RAW_LIMIT / 4));
      return new BadRow(row, column, reason, raw);
    }
    return new ValueRow(row, columns, taken, () -> JsonText.object(columns.names(), taken));
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  ColumnIndex columns() {
    return columns;
  }

  /** How many records were put together. */
  long rows() {
    return row;
  }
}
