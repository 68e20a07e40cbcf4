package io.cornerstore.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.MappingMistake;
import io.cornerstore.intake.Party;
import io.cornerstore.kernel.Basis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {

  private static final String GOOD =
      """
      source: webshop
      channel: web-order
      zone: Europe/London
      currency: GBP
      subject: {key: id}
      person: {email: mail}
      interaction:
        type: purchase
        time: at
      """;

  private static List<MappingMistake> mistakes(String text) {
    return MappingReader.read(Path.of("x.mapping.yaml"), text).mistakes();
  }

  @Test
  void mapping_withoutMistakes_isReadWithItsDefaults() {
    FeedMapping mapping = MappingReader.read(Path.of("orders.mapping.yaml"), GOOD).mapping();

    assertThat(mapping).isNotNull();
    assertThat(mapping.name()).isEqualTo("orders");
    assertThat(mapping.party()).isEqualTo(Party.FIRST_PARTY);
    assertThat(mapping.basis()).isEqualTo(Basis.OBSERVED);
    assertThat(mapping.trust()).isEqualTo(50);
    assertThat(mapping.interaction()).isNotNull();
    assertThat(mapping.interaction().type().standard()).isEqualTo(InteractionType.PURCHASE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "source: webshop | sauce: webshop | unknown key 'sauce' in the mapping. Maybe 'source'?",
        "source: webshop | source: Web Shop | 'Web Shop' is no source code",
        "channel: web-order | channel: web-orders | unknown channel 'web-orders'",
        "channel: web-order | channel: web-orders | Maybe 'web-order'?",
        "channel: web-order | rows: events | 'channel' is missing",
        "zone: Europe/London | zone: Europe/Londn | is no time zone",
        "currency: GBP | currency: POUND | is no currency",
        "currency: GBP | country: England | Maybe 'GB'?",
        "currency: GBP | trust: 101 | from 0 to 100",
        "currency: GBP | rows: upsert | Maybe 'upserts'?",
        "currency: GBP | party: third | unknown party 'third'",
        "currency: GBP | version: at | 'version' is for upserts and snapshots",
        "currency: GBP | format: {type: excel} | 'type' is csv, json-lines or parquet",
        "currency: GBP | format: {delimiter: ab} | one ASCII character",
        "currency: GBP | format: {encoding: latin-99} | is no encoding",
        "{email: mail} | {e-mail: mail} | Maybe 'email'?",
        "{email: mail} | {bday: {column: b, formats: ['dd/QQQQQQQQ']}} | is no date format",
        "{email: mail} | {email: {column: m, kind: work}} | unknown key 'kind' in 'email'",
        "{email: mail} | {email: {column: m, constant: x}} | exactly one of",
        "{email: mail} | {email: {column: m, when: x}} | 'when' needs 'matches'",
        "{email: mail} | {email: {column: m, when: x, matches: '['}} | not a regular expression",
        "{email: mail} | {email: {template: plain}} | the template names no column",
        "type: purchase | type: purchased | unknown type 'purchased'",
        "type: purchase | kind: purchase | unknown key 'kind' in 'interaction'",
        "time: at | order: at | 'time' is missing",
        "{key: id} | {key: id, kind: human} | unknown kind 'human'",
        "{key: id} | {keys: id} | Maybe 'key'?",
        "currency: GBP | lookups: {a: {file: none.csv, key: k, by: b}} | there is no file none.csv",
        "currency: GBP | lookups: {a: {file: pom.xml, key: k, by: b.x}, b: {file: pom.xml, key: k, by: a.x}} | a circle",
        "currency: GBP | source: twice | 'source' stands twice",
      })
  void mapping_withAMistake_saysWhatAndWhat_isNearest(String good, String bad, String message) {
    assertThat(mistakes(GOOD.replace(good, bad)))
        .extracting(MappingMistake::message)
        .anySatisfy(found -> assertThat(found).contains(message));
  }

  @Test
  void mapping_withManyMistakes_reportsAllWithLineAndColumn() {
    List<MappingMistake> found =
        mistakes(
            """
            source: Web Shop
            channel: webshop
            colour: red
            zone: Nowhere
            person:
              emial: mail
            interaction:
              type: buy
            """);

    assertThat(found).hasSizeGreaterThanOrEqualTo(7);
    assertThat(found)
        .extracting(MappingMistake::toString)
        .anyMatch(text -> text.startsWith("x.mapping.yaml:1:9: "))
        .anyMatch(text -> text.startsWith("x.mapping.yaml:3:1: unknown key 'colour'"))
        .anyMatch(text -> text.startsWith("x.mapping.yaml:6:3: unknown token 'emial'"))
        .anyMatch(text -> text.startsWith("x.mapping.yaml:8:3: 'time' is missing"));
  }

  @Test
  void text_thatIsNoYaml_isAMistakeWithItsPlace() {
    List<MappingMistake> found = mistakes("source: [a\nchannel: b");

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().line()).isEqualTo(2);
  }

  @Test
  void emptyMapping_isAMistake() {
    assertThat(mistakes(""))
        .extracting(MappingMistake::message)
        .containsExactly("the mapping is empty");
  }

  @Test
  void reference_withUnknownField_isAMistake() {
    assertThat(mistakes("reference: product\nsource: a\nfields: {sku: a}\n"))
        .extracting(MappingMistake::message)
        .anySatisfy(found -> assertThat(found).contains("Maybe 'products'?"));
    assertThat(mistakes("reference: products\nsource: a\nfields: {skuu: a}\n"))
        .extracting(MappingMistake::message)
        .anySatisfy(found -> assertThat(found).contains("Maybe 'sku'?"))
        .anySatisfy(found -> assertThat(found).contains("'fields' needs 'sku'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "only: {column: kind, matches: P}",
        "rows: snapshot",
        "version: at",
        "message-id: id",
        "extra: [shelf]"
      })
  void reference_withAKeyOfEvents_isAMistake(String key) {
    assertThat(mistakes("reference: products\nsource: a\nfields: {sku: a}\n" + key + "\n"))
        .extracting(MappingMistake::toString)
        .containsExactly(
            "x.mapping.yaml:4:1: '%s' is not for products and stores"
                .formatted(key.substring(0, key.indexOf(':'))));
  }

  @Test
  void interaction_withoutTime_isOneMistake() {
    assertThat(mistakes(GOOD.replace("  time: at\n", "").replace("person: {email: mail}\n", "")))
        .extracting(MappingMistake::message)
        .containsExactly("'time' is missing in 'interaction': when it happened");
  }

  @Test
  void feed_underAnotherFileName_keepsItsScope(@TempDir Path folder) throws Exception {
    Path one = Files.writeString(folder.resolve("a.mapping.yaml"), GOOD);
    Path other = Files.writeString(folder.resolve("b.csv.mapping.yaml"), GOOD);

    FeedMapping first = MappingReader.read(one).mapping();
    FeedMapping second = MappingReader.read(other).mapping();

    assertThat(first).isNotNull();
    assertThat(second).isNotNull();
    assertThat(first.scope()).isEqualTo(second.scope());
  }
}
