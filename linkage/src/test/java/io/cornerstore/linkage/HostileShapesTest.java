package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Files of a shape nobody expects: one column, nothing in common, one key for everybody. */
class HostileShapesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<BiConsumer<LinkageRecord.Builder, Integer>> COLUMNS =
      List.of(
          (record, n) -> record.givenName(name(n % 40)),
          (record, n) -> record.familyName(name(n % 40)),
          (record, n) -> record.birthDate(new PartialDate(1950 + n % 40, 1 + n % 12, 1 + n % 28)),
          (record, n) -> record.sex(n % 2 == 0 ? "F" : "M"),
          (record, n) -> record.phone("+1202555" + (1000 + n % 40)),
          (record, n) -> record.address(new PostalAddress("", "", name(n % 40), "", "", "US")),
          (record, n) -> record.organization(name(n % 40)));

  @Test
  void oneColumnOnly_whateverItIs_mergesNobodyByItself() {
    for (BiConsumer<LinkageRecord.Builder, Integer> column : COLUMNS) {
      ResidentIndex index = new ResidentIndex();
      for (int i = 0; i < 400; i++) {
        LinkageRecord.Builder record = LinkageRecord.builder(Kind.PERSON, i % 3);
        column.accept(record, i);
        index.put(record.build());
      }
      index.use(index.train(TrainingOptions.defaults()));
      TwoPartitions both = index.linkAllTwice(Constraints.none());
      assertThat(both.certain().clusters()).hasSize(400);
      assertThat(members(both.best())).isEqualTo(400);
    }
  }

  @Test
  void allDifferent_stayAloneInBothAnswers() {
    ResidentIndex index = new ResidentIndex();
    for (int i = 0; i < 3_000; i++) {
      index.put(
          LinkageRecord.builder(Kind.PERSON, i % 2)
              .givenName(name(i))
              .familyName(name(i + 5_000))
              .email(name(i) + "@" + name(i + 10_000) + ".example")
              .phone("+1" + (2_000_000_000L + i * 1_000_003L))
              .build());
    }
    index.use(index.train(TrainingOptions.defaults()));
    TwoPartitions both = index.linkAllTwice(Constraints.none());
    assertThat(both.certain().clusters()).hasSize(3_000);
    assertThat(both.best().clusters()).hasSize(3_000);
  }

  @Test
  void hundredThousandUnderOneKey_areBoundedAndStayApart() {
    ResidentIndex index = new ResidentIndex();
    Assertions.assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (int i = 0; i < 100_000; i++) {
            index.put(
                LinkageRecord.builder(Kind.PERSON, i % 4)
                    .givenName(name(i))
                    .familyName(name(i + 200_000))
                    .email("info@example.org")
                    .phone("+12025550123")
                    .address(new PostalAddress("1 Main Street", "", "Tidewell", "", "17001", "US"))
                    .build());
          }
          index.use(index.train(TrainingOptions.defaults()));
          Partition partition = index.linkAll(Constraints.none());
          assertThat(partition.clusters().size()).isGreaterThan(99_900);
          assertThat(index.relink(new int[] {7}, Constraints.none()).clusters()).isNotEmpty();
        });
  }

  @Test
  void brokenEncoding_harmsNobodyElse() {
    MadeUpPeople people = MadeUpPeople.of(60, 97);
    LinkageModel model = LinkageModel.prior();
    ResidentIndex clean = new ResidentIndex();
    people.records().forEach(clean::put);
    clean.use(model);
    ResidentIndex mixed = new ResidentIndex();
    mixed.use(model);
    people.records().forEach(mixed::put);
    Random random = new Random(98);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[1 + random.nextInt(40)];
      random.nextBytes(noise);
      String wrong =
          new String(noise, i % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
      mixed.put(
          LinkageRecord.builder(Kind.PERSON, 9)
              .givenName(wrong)
              .familyName(
                  new String(
                          "Müller-Ärmel".getBytes(StandardCharsets.UTF_8),
                          StandardCharsets.ISO_8859_1)
                      + i)
              .email(wrong + "@" + wrong)
              .address(new PostalAddress(wrong, wrong, wrong, wrong, wrong, wrong))
              .build());
    }
    int size = people.records().size();
    List<List<Integer>> expected = clusters(clean.linkAll(Constraints.none()), size);
    assertThat(clusters(mixed.linkAll(Constraints.none()), size)).isEqualTo(expected);
  }

  @Test
  void recordsThatComeAndGo_leaveNothingBehind() {
    MadeUpPeople people = MadeUpPeople.of(120, 99);
    ResidentIndex index = new ResidentIndex();
    people.records().forEach(index::put);
    LinkageModel model = index.train(TrainingOptions.defaults());
    index.use(model);
    Partition before = index.linkAll(Constraints.none());
    for (int round = 0; round < 3; round++) {
      MadeUpPeople guests = MadeUpPeople.of(50, 100 + round);
      int[] handles = guests.records().stream().mapToInt(index::put).toArray();
      index.linkAll(Constraints.none());
      IntStream.of(handles).forEach(index::remove);
    }
    assertThat(index.linkAll(Constraints.none())).isEqualTo(before);
    assertThat(index.train(TrainingOptions.defaults())).isEqualTo(model);
  }

  private static List<List<Integer>> clusters(Partition partition, int below) {
    return partition.clusters().stream()
        .map(cluster -> IntStream.of(cluster.members()).filter(m -> m < below).boxed().toList())
        .filter(members -> !members.isEmpty())
        .toList();
  }

  private static int members(Partition partition) {
    return partition.clusters().stream().mapToInt(cluster -> cluster.members().length).sum();
  }

  /** Words of six letters, none like another. */
  private static String name(int number) {
    StringBuilder text = new StringBuilder();
    long rest = (number + 1) * 2_654_435_761L & 0x3fffffff;
    for (int i = 0; i < 6; i++) {
      text.append((char) ('a' + rest % 26));
      rest /= 26;
    }
    return text.toString();
  }
}
