package io.cornerstore.tabular;

import static io.cornerstore.tabular.Reading.DETECT;
import static io.cornerstore.tabular.Reading.all;
import static io.cornerstore.tabular.Reading.brief;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class ParquetRowReaderTest {
  @TempDir Path folder;

  private static MessageType schema(String fields) {
    return MessageTypeParser.parseMessageType("message m { " + fields + " }");
  }

  private Row only(String fields, Consumer<Group> fill) {
    return (Row) read(fields, fill).getFirst();
  }

  private List<RowResult> read(String fields, Consumer<Group> fill) {
    MessageType schema = schema(fields);
    Group group = new SimpleGroup(schema);
    fill.accept(group);
    Path file = folder.resolve("x.parquet");
    try {
      Files.deleteIfExists(file);
      ParquetWriting.plain(schema).write(file, List.of(group));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all(TabularSource.of(file).open(DETECT));
  }

  // --- values ---

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int32 x|-7|-7",
        "int32 x (INTEGER(32,false))|-1|4294967295",
        "int32 x (DATE)|0|1970-01-01",
        "int32 x (DATE)|-1|1969-12-31",
        "int32 x (TIME(MILLIS,true))|3723004|01:02:03.004",
        "int32 x (DECIMAL(9,2))|-1995|-19.95",
      })
  void int32_readsAsItsMeaning(String field, int value, String text) {
    assertThat(only("optional " + field + ";", row -> row.append("x", value)).value("x"))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int64 x|9007199254740993|9007199254740993",
        "int64 x (INTEGER(64,false))|-1|18446744073709551615",
        "int64 x (TIMESTAMP(MILLIS,true))|1323000000000|2011-12-04T12:00:00Z",
        "int64 x (TIMESTAMP(MICROS,false))|1323000000000001|2011-12-04T12:00:00.000001",
        "int64 x (TIMESTAMP(NANOS,true))|-1|1969-12-31T23:59:59.999999999Z",
        "int64 x (TIME(MICROS,true))|60000000|00:01:00",
        "int64 x (DECIMAL(18,3))|5|0.005",
      })
  void int64_readsAsItsMeaning(String field, long value, String text) {
    assertThat(only("optional " + field + ";", row -> row.append("x", value)).value("x"))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "12345678, 12345678",
    "0.1, 0.1",
    "1e20, 100000000000000000000",
    "-2.50, -2.5",
    "NaN, NaN",
    "1e-9, 0.000000001"
  })
  void double_readsInPlainNotation(double value, String text) {
    assertThat(only("optional double x;", row -> row.append("x", value)).value("x"))
        .isEqualTo(text);
  }

  @Test
  void float_readsByItsOwnPrecision() {
    assertThat(only("optional float x;", row -> row.append("x", 0.1f)).value("x")).isEqualTo("0.1");
  }

  @Test
  void bytes_readAsTheirMeaning() {
    assertThat(binary("binary x (STRING)", "é".getBytes(UTF_8))).isEqualTo("é");
    assertThat(binary("binary x (STRING)", new byte[0])).isEmpty();
    assertThat(binary("binary x", "old".getBytes(UTF_8))).isEqualTo("old");
    assertThat(binary("binary x", new byte[] {-1, 0})).isEqualTo("/wA=");
    assertThat(
            binary(
                "binary x (DECIMAL(30,2))", new BigInteger("-12345678901234567890").toByteArray()))
        .isEqualTo("-123456789012345678.90");
    assertThat(binary("fixed_len_byte_array(4) x (DECIMAL(9,4))", new byte[] {0, 0, 0, 1}))
        .isEqualTo("0.0001");
    assertThat(binary("fixed_len_byte_array(16) x (UUID)", new byte[16]))
        .isEqualTo("00000000-0000-0000-0000-000000000000");
    assertThat(binary("fixed_len_byte_array(2) x (FLOAT16)", new byte[] {0, 0x3e}))
        .isEqualTo("1.5");
    byte[] interval =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(1)
            .putInt(2)
            .putInt(3004)
            .array();
    assertThat(binary("fixed_len_byte_array(12) x (INTERVAL)", interval)).isEqualTo("P1M2DT3.004S");
    byte[] int96 =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(3_723_000_000_000L)
            .putInt(2_455_900)
            .array();
    assertThat(binary("int96 x", int96)).isEqualTo("2011-12-04T01:02:03");
  }

  private @Nullable String binary(String field, byte[] value) {
    return only(
            "optional " + field + ";", row -> row.append("x", Binary.fromConstantByteArray(value)))
        .value("x");
  }

  @Test
  void text_notUtf8_isABadRow() {
    assertThat(
            brief(
                read(
                    "optional int32 id; optional binary x (STRING);",
                    row ->
                        row.append("id", 1)
                            .append("x", Binary.fromConstantByteArray(new byte[] {-1})))))
        .containsExactly("1/2: has bytes that are not UTF-8");
  }

  @Test
  void field_overItsLimit_isABadRow() {
    String longest = "x".repeat(1 << 20);
    assertThat(only("optional binary x (STRING);", row -> row.append("x", longest)).value("x"))
        .isEqualTo(longest);
    assertThat(brief(read("optional binary x (STRING);", row -> row.append("x", longest + "x"))))
        .containsExactly("1/1: a field is longer than 1048576 characters");
  }

  // --- shapes ---

  @Test
  void nestedGroups_areFlattened_absentValuesAreNull() {
    String fields =
        "required boolean ok; optional group address { optional binary city (STRING); optional group geo { optional double lat; } }";
    Row row =
        only(
            fields,
            group -> {
              group.append("ok", true);
              group.addGroup("address").append("city", "Ulm");
            });
    assertThat(row.columns()).containsExactly("ok", "address.city", "address.geo.lat");
    assertThat(Reading.values(row)).containsExactly("true", "Ulm", null);
    assertThat(row.asReceived()).isEqualTo("{\"ok\":\"true\",\"address.city\":\"Ulm\"}");
    assertThat(Reading.values(only(fields, group -> group.append("ok", false))))
        .containsExactly("false", null, null);
  }

  @Test
  void lists_areJsonArrays_theirGroupsAreChildren() {
    String fields =
        "optional group items (LIST) { repeated group list { optional group element { optional binary sku (STRING); optional double price; } } }";
    Row row =
        only(
            fields,
            group -> {
              Group items = group.addGroup("items");
              items.addGroup("list").addGroup("element").append("sku", "A\"1").append("price", 1.5);
              items.addGroup("list");
              items.addGroup("list").addGroup("element").append("price", Double.NaN);
            });
    assertThat(row.value("items"))
        .isEqualTo("[{\"sku\":\"A\\\"1\",\"price\":1.5},null,{\"price\":\"NaN\"}]");
    assertThat(row.children("items")).hasSize(2);
    assertThat(row.children("items").getFirst().value("sku")).isEqualTo("A\"1");
    assertThat(only(fields, group -> group.addGroup("items")).value("items")).isEqualTo("[]");
    assertThat(only(fields, group -> {}).value("items")).isNull();
  }

  @Test
  void lists_ofValues_ofOldWriters_andRepeatedFields_areJsonArrays() {
    assertThat(
            only(
                    "optional group t (LIST) { repeated group list { optional int32 element; } }",
                    group -> {
                      Group list = group.addGroup("t");
                      list.addGroup("list").append("element", 1);
                      list.addGroup("list");
                    })
                .value("t"))
        .isEqualTo("[1,null]");
    assertThat(
            only(
                    "optional group t (LIST) { repeated binary array (STRING); }",
                    group -> group.addGroup("t").append("array", "a").append("array", "b"))
                .value("t"))
        .isEqualTo("[\"a\",\"b\"]");
    assertThat(
            only(
                    "optional group t (LIST) { repeated group array { optional int32 n; } }",
                    group -> group.addGroup("t").addGroup("array").append("n", 1))
                .value("t"))
        .isEqualTo("[{\"n\":1}]");
    assertThat(only("repeated int32 t;", group -> group.append("t", 1).append("t", 2)).value("t"))
        .isEqualTo("[1,2]");
    assertThat(
            only(
                    "repeated group t { repeated int32 n; }",
                    group -> group.addGroup("t").append("n", 1).append("n", 2))
                .value("t"))
        .isEqualTo("[{\"n\":[1,2]}]");
  }

  @Test
  void maps_areArraysOfKeyAndValue() {
    Row row =
        only(
            "optional group m (MAP) { repeated group key_value { required binary key (STRING); optional int32 value; } }",
            group ->
                group.addGroup("m").addGroup("key_value").append("key", "a").append("value", 1));
    assertThat(row.value("m")).isEqualTo("[{\"key\":\"a\",\"value\":1}]");
  }

  @Test
  void array_overTheRowLimit_isABadRow() {
    TabularLimits limits = new TabularLimits(100, 200, 10, 10, 1 << 30, 100);
    read("repeated int32 t;", group -> IntStream.range(0, 1000).forEach(i -> group.append("t", i)));
    RowReader reader =
        TabularSource.of(folder.resolve("x.parquet")).open(DETECT.withLimits(limits));
    assertThat(brief(all(reader))).containsExactly("1/0: is longer than 200 characters");
  }

  // --- files ---

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void codecs_andBothPageVersions_roundTrip(CompressionCodecName codec) throws IOException {
    for (WriterVersion version : WriterVersion.values()) {
      Path file = folder.resolve(codec + "-" + version + ".parquet");
      new ParquetWriting(CUSTOMERS, codec, version, 1 << 16).write(file, customers(5000));
      RowReader reader = TabularSource.of(file).open(DETECT);
      assertThat(reader.options().format()).isEqualTo(TabularFormat.PARQUET);
      List<RowResult> rows = all(reader);
      assertThat(rows).hasSize(5000);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(brief(rows.get(i))).isEqualTo(expected(i));
      }
      assertThat(reader.bytesRead()).isGreaterThan(Files.size(file) / 2);
    }
  }

  private static final MessageType CUSTOMERS =
      schema(
          "required int64 id; optional binary city (STRING); optional binary note (STRING); repeated int32 visits;");

  private static List<Group> customers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          Group group = new SimpleGroup(CUSTOMERS);
          group.append("id", 1000L + i);
          if (i % 7 != 0) {
            group.append("city", "city " + i % 50);
          }
          group.append("note", "note number " + i);
          for (int n = 0; n < i % 4; n++) {
            group.append("visits", n);
          }
          return group;
        })
        .toList();
  }

  private static String expected(int i) {
    List<Integer> visits = IntStream.range(0, i % 4).boxed().toList();
    String array = visits.isEmpty() ? "null" : visits.toString().replace(" ", "");
    String city = i % 7 == 0 ? "null" : "city " + i % 50;
    return (i + 1) + ": [" + (1000 + i) + ", " + city + ", note number " + i + ", " + array + "]";
  }

  @Test
  void codec_notRead_isNamed() throws IOException {
    Path file = folder.resolve("x.parquet");
    new ParquetWriting(CUSTOMERS, CompressionCodecName.LZO, WriterVersion.PARQUET_1_0, 1 << 16)
        .write(file, customers(10));
    assertThatThrownBy(() -> all(TabularSource.of(file).open(DETECT)))
        .isInstanceOf(TabularException.class)
        .hasMessageContaining("is compressed by LZO");
  }

  @Test
  void emptyFile_hasColumnsAndNoRows() throws IOException {
    Path file = folder.resolve("x.parquet");
    ParquetWriting.plain(CUSTOMERS).write(file, List.of());
    RowReader reader = TabularSource.of(file).open(DETECT);
    assertThat(reader.columns()).containsExactly("id", "city", "note", "visits");
    assertThat(all(reader)).isEmpty();
  }

  @Test
  void folderOfParts_isReadInOrder() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("table"));
    Files.createFile(parts.resolve("_SUCCESS"));
    ParquetWriting.plain(CUSTOMERS).write(parts.resolve("part-0.parquet"), customers(3));
    ParquetWriting.plain(CUSTOMERS).write(parts.resolve("part-1.parquet"), customers(2));
    assertThat(
            TabularSource.discover(parts).stream().flatMap(part -> all(part.open(DETECT)).stream()))
        .hasSize(5);
  }

  @Test
  void stream_isRefused() throws IOException {
    Path file = folder.resolve("x.parquet");
    ParquetWriting.plain(CUSTOMERS).write(file, customers(3));
    byte[] content = Files.readAllBytes(file);
    assertThatThrownBy(() -> Reading.open("standard input", content, DETECT))
        .isInstanceOf(TabularException.class)
        .hasMessageContaining("Parquet");
  }

  @Test
  void damage_anywhere_endsInOneKindOfException() throws IOException {
    Path file = folder.resolve("x.parquet");
    new ParquetWriting(CUSTOMERS, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, 1 << 16)
        .write(file, customers(500));
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 800; i++) {
      byte[] damaged =
          i % 5 == 0 ? Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4)) : whole.clone();
      for (int n = 0; n < 3; n++) {
        int at =
            i % 2 == 0
                ? random.nextInt(damaged.length)
                : damaged.length - 1 - random.nextInt(Math.min(damaged.length, 900));
        damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
      damaged[0] = 'P';
      damaged[1] = 'A';
      damaged[2] = 'R';
      damaged[3] = '1';
      Files.write(file, damaged);
      try {
        all(TabularSource.of(file).open(DETECT));
      } catch (TabularException e) {
        assertThat(e).hasMessageStartingWith(file.toString());
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(300);
  }
}
