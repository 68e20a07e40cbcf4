package io.cornerstore.tabular;

import static io.cornerstore.tabular.Reading.DETECT;
import static io.cornerstore.tabular.Reading.all;
import static io.cornerstore.tabular.Reading.brief;
import static io.cornerstore.tabular.Reading.gzip;
import static io.cornerstore.tabular.Reading.join;
import static io.cornerstore.tabular.Reading.open;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class TextInputTest {
  private static final String TEXT = "name,city\nJosé,Köln\nZoë,Łódź\n";
  private static final List<String> ROWS = List.of("2: [José, Köln]", "3: [Zoë, Łódź]");

  // --- charsets ---

  @Test
  void utf8_withAndWithoutByteOrderMark_isFound() {
    assertThat(brief(all(open("x.csv", TEXT.getBytes(UTF_8), DETECT)))).isEqualTo(ROWS);
    RowReader marked = open("x.csv", ("\ufeff" + TEXT).getBytes(UTF_8), DETECT);
    assertThat(marked.columns()).containsExactly("name", "city");
    assertThat(brief(all(marked))).isEqualTo(ROWS);
  }

  @Test
  void byteOrderMark_beforeAQuote_doesNotHideIt() {
    byte[] text = "\ufeff\"a\",b\n1,2\n".getBytes(UTF_8);
    assertThat(open("x.csv", text, DETECT).columns()).containsExactly("a", "b");
  }

  @Test
  void utf16_withByteOrderMark_isFound() {
    assertThat(brief(all(open("x.csv", TEXT.getBytes(UTF_16), DETECT)))).isEqualTo(ROWS);
    byte[] little = ("\ufeff" + TEXT).getBytes(UTF_16LE);
    assertThat(brief(all(open("x.csv", little, DETECT)))).isEqualTo(ROWS);
  }

  @Test
  void utf16_withoutByteOrderMark_mustBeTold() {
    byte[] content = TEXT.getBytes(UTF_16LE);
    assertThatThrownBy(() -> open("x.csv", content, DETECT))
        .isInstanceOf(TabularException.class)
        .hasMessageStartingWith("x.csv: is not text, or UTF-16");
    assertThat(brief(all(open("x.csv", content, DETECT.withCharset(UTF_16LE))))).isEqualTo(ROWS);
  }

  @Test
  void multiByteCharset_whoseBytesLookLikeDelimiters_isReadWhenTold() {
    Charset shiftJis = Charset.forName("Shift_JIS");
    // the second byte of these characters is | and \
    String text = "a|b\nポ|表\n";
    byte[] content = text.getBytes(shiftJis);
    assertThat(brief(all(open("x.csv", content, DETECT.withCharset(shiftJis)))))
        .containsExactly("2: [ポ, 表]");
  }

  @Test
  void windows1252_isFound() {
    byte[] content = "name,price\nJosé,5 €\n".getBytes(TextCharset.WINDOWS_1252);
    RowReader reader = open("x.csv", content, DETECT);
    assertThat(reader.options().charset()).isEqualTo(TextCharset.WINDOWS_1252);
    assertThat(brief(all(reader))).containsExactly("2: [José, 5 €]");
  }

  @Test
  void latin1_firstSeenFarDown_isFound() {
    byte[] content =
        join(
            "a,b\n".getBytes(UTF_8),
            "1,2\n".repeat(50_000).getBytes(UTF_8),
            "é,ü\n".getBytes(ISO_8859_1));
    assertThat(brief(all(open("x.csv", content, DETECT)).getLast())).isEqualTo("50002: [é, ü]");
  }

  @Test
  void latin1_told_isUsed() {
    byte[] content = "a,b\n\u00c3\u00a9,2\n".getBytes(ISO_8859_1);
    assertThat(brief(all(open("x.csv", content, DETECT)))).containsExactly("2: [é, 2]");
    assertThat(brief(all(open("x.csv", content, DETECT.withCharset(ISO_8859_1)))))
        .containsExactly("2: [Ã©, 2]");
  }

  @Test
  void brokenBytes_amongUtf8_areBadRows() {
    byte[] content =
        join(TEXT.getBytes(UTF_8), "José,x\n".getBytes(ISO_8859_1), "Zoë,y\n".getBytes(UTF_8));
    assertThat(brief(all(open("x.csv", content, DETECT))).subList(2, 4))
        .containsExactly("4/0: has bytes that are not UTF-8", "5: [Zoë, y]");
  }

  @Test
  void brokenBytes_inTheFirstRowBeyondAscii_doNotTurnTheCharset() {
    byte[] content =
        join(
            "a,b\n".getBytes(UTF_8),
            "1,2\n".repeat(50_000).getBytes(UTF_8),
            "é,x\n".getBytes(ISO_8859_1),
            "é,y\n".repeat(10).getBytes(UTF_8));
    assertThat(brief(all(open("x.csv", content, DETECT))).subList(50_000, 50_002))
        .containsExactly("50002/0: has bytes that are not UTF-8", "50003: [é, y]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0af", "eda080", "f4908080", "80", "e28028", "f8888080", "ff", "e2"})
  void utf8_malformed_isNotAccepted(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(Utf8.isWellFormed(bytes, 0, bytes.length)).isFalse();
  }

  @Test
  void utf8_wellFormed_isAccepted() {
    byte[] bytes =
        "a\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff".getBytes(UTF_8);
    assertThat(Utf8.isWellFormed(bytes, 0, bytes.length)).isTrue();
  }

  // --- gzip ---

  @Test
  void gzip_isFoundByItsBytes_whateverTheName() {
    assertThat(brief(all(open("x.csv", gzip(TEXT.getBytes(UTF_8)), DETECT)))).isEqualTo(ROWS);
    assertThat(brief(all(open("x.csv.gz", TEXT.getBytes(UTF_8), DETECT)))).isEqualTo(ROWS);
  }

  @Test
  void gzip_ofSeveralMembers_isReadWhole() {
    byte[] content =
        join(
            gzip("a,b\n1,".getBytes(UTF_8)),
            gzip(new byte[0]),
            gzip("2\n3,4\n".getBytes(UTF_8)),
            new byte[512]);
    assertThat(brief(all(open("x.gz", content, DETECT)))).containsExactly("2: [1, 2]", "3: [3, 4]");
    RowReader slow = TabularSource.of("x", byteByByte(content)).open(DETECT);
    assertThat(brief(all(slow))).containsExactly("2: [1, 2]", "3: [3, 4]");
  }

  /** A stream that never has more than one byte at hand, as a slow pipe. */
  private static InputStream byteByByte(byte[] content) {
    return new FilterInputStream(new ByteArrayInputStream(content)) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, 1));
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  @Test
  void gzip_withNameAndComment_isRead() throws IOException {
    byte[] plain = gzip(TEXT.getBytes(UTF_8));
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 4 | 8 | 16 | 2;
    byte[] fields =
        join(new byte[] {2, 0, 9, 9}, "name\0".getBytes(UTF_8), "comment\0..".getBytes(UTF_8));
    byte[] content = join(header, fields, Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(brief(all(open("x.gz", content, DETECT)))).isEqualTo(ROWS);
  }

  @Test
  void gzip_cutOff_failsBehindTheRowsBefore() {
    StringBuilder text = new StringBuilder("a,b\n");
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      text.append(random.nextLong()).append(",x\n");
    }
    byte[] whole = gzip(text.toString().getBytes(UTF_8));
    RowReader reader = open("x.gz", Arrays.copyOf(whole, whole.length / 2), DETECT);
    assertThat(reader.next()).isNotNull();
    assertThatThrownBy(() -> all(reader))
        .isInstanceOf(TabularException.class)
        .hasMessageMatching("x.gz, line \\d{4,}: ends in the middle of the gzip data");
  }

  @Test
  void gzip_damaged_fails() {
    byte[] checksum = gzip(TEXT.getBytes(UTF_8));
    checksum[checksum.length - 5] ^= 1;
    assertThatThrownBy(() -> all(open("x.gz", checksum, DETECT)))
        .hasMessageContaining("do not match their checksum");
    byte[] garbage = join(gzip(TEXT.getBytes(UTF_8)), "and more".getBytes(UTF_8));
    assertThatThrownBy(() -> all(open("x.gz", garbage, DETECT)))
        .hasMessageContaining("bytes behind the gzip data");
  }

  @Test
  void zipBomb_isRefused() {
    TabularLimits limits = new TabularLimits(1 << 20, 8 << 20, 4096, 1000, 1L << 30, 250);
    byte[] bomb = gzip("a,b\n".repeat(40 << 20).getBytes(UTF_8));
    RowReader byRatio = open("x.gz", bomb, DETECT.withLimits(limits));
    assertThatThrownBy(() -> drain(byRatio))
        .isInstanceOf(TabularException.class)
        .hasMessageMatching("x.gz, line \\d+: expands to more than 250 times its compressed size");
    TabularLimits absolute = new TabularLimits(1 << 20, 8 << 20, 4096, 1000, 1L << 20, 100_000);
    RowReader bySize = open("x.gz", bomb, DETECT.withLimits(absolute));
    assertThatThrownBy(() -> drain(bySize))
        .hasMessageContaining("expands to more than 1048576 bytes");
  }

  private static void drain(RowReader reader) {
    try (reader) {
      while (reader.next() != null) {}
    }
  }

  // --- what cannot be read ---

  @ParameterizedTest
  @ValueSource(
      strings = {"504b0304", "d0cf11e0", "255044462d", "28b52ffd", "fd377a585a", "50415231"})
  void foreignFiles_areRefusedByName(String hex) {
    byte[] content = join(HexFormat.of().parseHex(hex), new byte[100]);
    assertThatThrownBy(() -> open("x.csv", content, DETECT))
        .isInstanceOf(TabularException.class)
        .hasMessageStartingWith("x.csv: is ");
    assertThatThrownBy(() -> open("x.csv", gzip(content), DETECT))
        .hasMessageStartingWith("x.csv: is ");
  }

  @Test
  void stream_openedTwice_isRefused() {
    TabularSource source =
        TabularSource.of("standard input", new ByteArrayInputStream(new byte[0]));
    source.open(DETECT).close();
    assertThatThrownBy(() -> source.open(DETECT)).hasMessageContaining("was read already");
  }
}
