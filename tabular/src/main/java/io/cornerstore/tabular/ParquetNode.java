package io.cornerstore.tabular;

import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** What receives the parts of a record from the Parquet decoder, by the shape of the schema. */
final class ParquetNode {
  private ParquetNode() {}

  /** Takes a finished text. */
  @FunctionalInterface
  interface Sink {
    void accept(String text);
  }

  /** Values of a column as plain text. */
  static Converter text(PrimitiveType type, Sink sink, Runnable notText) {
    return new Leaf(type, false, sink, notText);
  }

  /**
   * One occurrence of a field as JSON text.
   *
   * @param fits told the length of each part; once it says no, the parts are dropped
   */
  static Converter json(Type type, Sink sink, IntPredicate fits) {
    if (type.isPrimitive()) {
      Sink bounded = text -> pass(text, sink, fits);
      return new Leaf(type.asPrimitiveType(), true, bounded, () -> sink.accept("null"));
    }
    GroupType group = type.asGroupType();
    boolean wraps =
        group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
            || group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation;
    if (wraps && group.getFieldCount() == 1) {
      return new ListNode(group, sink, fits);
    }
    return new ObjectNode(group, sink, fits);
  }

  private static void pass(String text, Sink sink, IntPredicate fits) {
    if (fits.test(text.length())) {
      sink.accept(text);
    }
  }

  /** A group whose fields go their own ways. */
  static final class Fields extends GroupConverter {
    private final @Nullable Converter[] fields;

    Fields(int count) {
      this.fields = new Converter[count];
    }

    void set(int index, Converter field) {
      fields[index] = field;
    }

    @Override
    public Converter getConverter(int index) {
      return Objects.requireNonNull(fields[index]);
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** Gathers elements to the text of an array. */
  static final class ArrayText {
    private final StringBuilder text = new StringBuilder();
    private final Sink sink;
    private final IntPredicate fits;

    ArrayText(Sink sink, IntPredicate fits) {
      this.sink = sink;
      this.fits = fits;
    }

    void add(String element) {
      if (fits.test(1)) {
        text.append(text.isEmpty() ? '[' : ',').append(element);
      }
    }

    /** Hands the array on if it has elements. */
    void end() {
      if (!text.isEmpty()) {
        sink.accept(text.append(']').toString());
        text.setLength(0);
      }
    }
  }

  /** A group as a JSON object; null fields are left out. */
  private static final class ObjectNode extends GroupConverter {
    private final Converter[] fields;
    private final @Nullable ArrayText[] arrays;
    private final StringBuilder text = new StringBuilder();
    private final Sink sink;

    ObjectNode(GroupType group, Sink sink, IntPredicate fits) {
      this.sink = sink;
      this.fields = new Converter[group.getFieldCount()];
      this.arrays = new ArrayText[fields.length];
      for (int i = 0; i < fields.length; i++) {
        Type field = group.getType(i);
        Sink named = value -> add(field.getName(), value, fits);
        if (field.isRepetition(Type.Repetition.REPEATED)) {
          ArrayText array = new ArrayText(named, fits);
          arrays[i] = array;
          fields[i] = json(field, array::add, fits);
        } else {
          fields[i] = json(field, named, fits);
        }
      }
    }

    private void add(String name, String value, IntPredicate fits) {
      if (fits.test(name.length())) {
        text.append(text.length() > 1 ? "," : "");
        JsonText.quote(name, text);
        text.append(':').append(value);
      }
    }

    @Override
    public Converter getConverter(int index) {
      return fields[index];
    }

    @Override
    public void start() {
      text.setLength(0);
      text.append('{');
    }

    @Override
    public void end() {
      for (ArrayText array : arrays) {
        if (array != null) {
          array.end();
        }
      }
      sink.accept(text.append('}').toString());
    }
  }

  /** A list or map group as a JSON array; a map's elements are objects of key and value. */
  private static final class ListNode extends GroupConverter {
    private final Converter repeated;
    private final StringBuilder text = new StringBuilder();
    private final Sink sink;
    private final IntPredicate fits;

    ListNode(GroupType group, Sink sink, IntPredicate fits) {
      this.sink = sink;
      this.fits = fits;
      Type element = group.getType(0);
      this.repeated =
          wrapsElement(group, element)
              ? new ElementNode(element.asGroupType(), this::add, fits)
              : json(element, this::add, fits);
    }

    /** By the format's rules for reading lists of old writers. */
    private static boolean wrapsElement(GroupType list, Type repeated) {
      if (repeated.isPrimitive()
          || list.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation) {
        return false;
      }
      GroupType group = repeated.asGroupType();
      return group.getFieldCount() == 1
          && !group.getType(0).isRepetition(Type.Repetition.REPEATED)
          && !group.getName().equals("array")
          && !group.getName().equals(list.getName() + "_tuple");
    }

    private void add(String element) {
      if (fits.test(1)) {
        text.append(text.length() > 1 ? "," : "").append(element);
      }
    }

    @Override
    public Converter getConverter(int index) {
      return repeated;
    }

    @Override
    public void start() {
      text.setLength(0);
      text.append('[');
    }

    @Override
    public void end() {
      sink.accept(text.append(']').toString());
    }
  }

  /** The group around each element of a list, which may be null. */
  private static final class ElementNode extends GroupConverter {
    private final Converter element;
    private final Sink sink;
    private @Nullable String value;

    ElementNode(GroupType group, Sink sink, IntPredicate fits) {
      this.sink = sink;
      this.element = json(group.getType(0), text -> value = text, fits);
    }

    @Override
    public Converter getConverter(int index) {
      return element;
    }

    @Override
    public void start() {
      value = null;
    }

    @Override
    public void end() {
      sink.accept(value == null ? "null" : value);
    }
  }

  /** A single value; those of a dictionary are made text once. */
  private static final class Leaf extends PrimitiveConverter {
    private final ParquetText text;
    private final PrimitiveTypeName stored;
    private final boolean json;
    private final Sink sink;
    private final Runnable notText;
    private @Nullable String[] dictionary = {};

    Leaf(PrimitiveType type, boolean json, Sink sink, Runnable notText) {
      this.text = new ParquetText(type);
      this.stored = type.getPrimitiveTypeName();
      this.json = json;
      this.sink = sink;
      this.notText = notText;
    }

    private void put(@Nullable String value) {
      if (value == null) {
        notText.run();
      } else {
        sink.accept(value);
      }
    }

    private @Nullable String written(@Nullable String value) {
      boolean literal = text.isJsonLiteral() && !"NaN".equals(value) && !isInfinite(value);
      if (!json || value == null || literal) {
        return value;
      }
      StringBuilder quoted = new StringBuilder(value.length() + 2);
      JsonText.quote(value, quoted);
      return quoted.toString();
    }

    private static boolean isInfinite(@Nullable String value) {
      return value != null && value.endsWith("Infinity");
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary values) {
      dictionary = new String[values.getMaxId() + 1];
      for (int id = 0; id < dictionary.length; id++) {
        dictionary[id] =
            written(
                switch (stored) {
                  case INT32 -> text.of(values.decodeToInt(id));
                  case INT64 -> text.of(values.decodeToLong(id));
                  case FLOAT -> text.of(values.decodeToFloat(id));
                  case DOUBLE -> text.of(values.decodeToDouble(id));
                  case BOOLEAN -> text.of(values.decodeToBoolean(id));
                  case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
                      text.of(values.decodeToBinary(id).getBytes());
                });
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      put(dictionary[id]);
    }

    @Override
    public void addBinary(Binary value) {
      put(written(text.of(value.getBytes())));
    }

    @Override
    public void addBoolean(boolean value) {
      put(written(text.of(value)));
    }

    @Override
    public void addDouble(double value) {
      put(written(text.of(value)));
    }

    @Override
    public void addFloat(float value) {
      put(written(text.of(value)));
    }

    @Override
    public void addInt(int value) {
      put(written(text.of(value)));
    }

    @Override
    public void addLong(long value) {
      put(written(text.of(value)));
    }
  }
}
