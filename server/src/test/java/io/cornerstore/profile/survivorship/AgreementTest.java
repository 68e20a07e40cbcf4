package io.cornerstore.profile.survivorship;

import static io.cornerstore.profile.SampleRecord.record;
import static io.cornerstore.profile.SampleRecord.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.SampleRecord;
import io.cornerstore.profile.WinningRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final long SEED = 20261123;
  private static final int ROUNDS = 2_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Survivorship survivorship = new Survivorship(SurvivorshipRule.DEFAULTS);

  /** A record by that identity; larger ids are later, in the log and in the world. */
  private static SampleRecord says(int identity, long id, String given, String family) {
    return record(id)
        .of(subject(identity))
        .at(START.plusSeconds(id * 60))
        .with(PersonalField.GIVEN_NAME, given)
        .with(PersonalField.FAMILY_NAME, family);
  }

  private Pointer family(List<SampleRecord> records) {
    return survivorship.winners(records.stream().map(SampleRecord::opened).toList()).stream()
        .filter(pointer -> pointer.field() == PersonalField.FAMILY_NAME)
        .findFirst()
        .orElseThrow();
  }

  private void assertWon(long record, WinningRule rule, SampleRecord... records) {
    Pointer won = family(List.of(records));
    assertThat(won.record()).isEqualTo(new SourceRecordId(record));
    assertThat(won.rule()).isEqualTo(rule);
  }

  @Test
  void loneMisspelling_newest_losesToWhatTwoOthersAgreeOn() {
    assertWon(
        2,
        WinningRule.AGREEMENT,
        says(1, 1, "Nabil", "Rahman"),
        says(2, 2, "Nabil", "Rahman"),
        says(3, 3, "Nabil", "Rahmna"));
  }

  @Test
  void loneMisspelling_declared_losesToWhatWasOnlyObserved() {
    assertWon(
        2,
        WinningRule.AGREEMENT,
        says(1, 1, "Nabil", "Rahman"),
        says(2, 2, "Nabil", "Rahman"),
        says(3, 3, "Nabbil", "Rahman").basis(Basis.DECLARED));
  }

  @Test
  void initial_newest_losesToTheNameThatOthersAgreeOn() {
    assertWon(
        2,
        WinningRule.AGREEMENT,
        says(1, 1, "Nabil", "Rahman"),
        says(2, 2, "Nabil", "Rahman"),
        says(3, 3, "N.", "Rahman"));
  }

  @Test
  void partsInEachOthersPlace_loseToTheOrderThatOthersAgreeOn() {
    assertWon(
        2,
        WinningRule.AGREEMENT,
        says(1, 1, "Nabil", "Rahman"),
        says(2, 2, "Nabil", "Rahman"),
        says(3, 3, "Rahman", "Nabil"));
  }

  @Test
  void marriedName_newest_winsOverTenThatAgree() {
    List<SampleRecord> records = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      records.add(says(i, i, "Ada", "Hale"));
    }
    records.add(says(11, 11, "Ada", "Lovelace"));
    Pointer won = family(records);
    assertThat(won.record()).isEqualTo(new SourceRecordId(11));
    assertThat(won.rule()).isEqualTo(WinningRule.NEWER);
  }

  @Test
  void shortNameOneLetterAway_isASlipAndTwoLettersAreNot() {
    assertWon(
        2,
        WinningRule.AGREEMENT,
        says(1, 1, "Ada", "Hale"),
        says(2, 2, "Ada", "Hale"),
        says(3, 3, "Ada", "Hael"));
    assertWon(
        3,
        WinningRule.NEWER,
        says(1, 1, "Ada", "Hale"),
        says(2, 2, "Ada", "Hale"),
        says(3, 3, "Ada", "Hart"));
  }

  @Test
  void manyOrdersOfOneAccount_areOneVoiceAndLoseToTheFresher() {
    List<SampleRecord> records = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      records.add(says(1, i, "Nabil", "Rahmna"));
    }
    records.add(says(2, 11, "Nabil", "Rahman"));
    assertThat(family(records).record()).isEqualTo(new SourceRecordId(11));
  }

  @Test
  void tie_staysWithTheFreshest() {
    assertWon(
        4,
        WinningRule.NEWER,
        says(1, 1, "Nabil", "Rahmna"),
        says(2, 2, "Nabil", "Rahmna"),
        says(3, 3, "Nabil", "Rahman"),
        says(4, 4, "Nabil", "Rahman"));
  }

  @Test
  void accountThatWasPutRight_speaksWithItsLastWord() {
    assertWon(
        3,
        WinningRule.NEWER,
        says(1, 1, "Nabil", "Rahmna"),
        says(2, 2, "Nabil", "Rahmna"),
        says(1, 3, "Nabil", "Rahman"));
  }

  @Test
  void correctionAtTheCounter_winsOverAnyAgreement() {
    assertWon(
        4,
        WinningRule.BASIS,
        says(1, 1, "Kristen", "Hale"),
        says(2, 2, "Kristen", "Hale"),
        says(3, 3, "Kristen", "Hale"),
        says(9, 4, "Kristin", "Hale").from("counter", Channel.OTHER).basis(Basis.DECLARED));
  }

  @Test
  void correctionAtTheCounter_isNotUndoneByALaterSlipOfIt() {
    assertWon(
        3,
        WinningRule.STATED,
        says(1, 1, "Kristen", "Hale"),
        says(2, 2, "Kristen", "Hale"),
        says(9, 3, "Kristin", "Hale").from("counter", Channel.OTHER).basis(Basis.DECLARED),
        says(1, 4, "Kristen", "Hale").basis(Basis.DECLARED));
  }

  @Test
  void secondCorrectionAtTheCounter_replacesTheFirst() {
    assertWon(
        3,
        WinningRule.STATED,
        says(9, 1, "Kristin", "Hale").from("counter", Channel.OTHER).basis(Basis.DECLARED),
        says(9, 3, "Kirstin", "Hale").from("counter", Channel.OTHER).basis(Basis.DECLARED),
        says(1, 4, "Kristin", "Hale").basis(Basis.DECLARED));
  }

  @Test
  void boughtInRecords_haveNoVoice() {
    assertWon(
        3,
        WinningRule.OWN_DATA,
        says(1, 1, "Nabil", "Rahmna").thirdParty(),
        says(2, 2, "Nabil", "Rahmna").thirdParty(),
        says(3, 3, "Nabil", "Rahman"));
  }

  @Test
  void houseNumber_isNoSlip() {
    assertThat(
            new Spelling(List.of("12 mill lane")).isSlipOf(new Spelling(List.of("13 mill lane"))))
        .isFalse();
    assertThat(new Spelling(List.of("12 mil lane")).isSlipOf(new Spelling(List.of("12 mill lane"))))
        .isTrue();
  }

  @Test
  void winners_anyOrderOfRecords_areTheSame() {
    forRandomCustomers((records, random) -> {
      List<Pointer> winners = survivorship.winners(records);
      List<OpenedRecord> shuffled = new ArrayList<>(records);
      Collections.shuffle(shuffled, random);
      assertThat(survivorship.winners(shuffled)).isEqualTo(winners);
    });
  }

  @Test
  void winningName_withDistinctTimes_doesNotDependOnTheOrderOfArrival() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      int count = 2 + random.nextInt(8);
      Choice[] choices = new Choice[count];
      for (int i = 0; i < count; i++) {
        choices[i] = Choice.random(random);
      }
      List<Integer> arrival = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        arrival.add(i + 1);
      }
      String one = winningName(choices, arrival);
      Collections.shuffle(arrival, random);
      assertThat(winningName(choices, arrival))
          .as("round %d of seed %d", round, SEED)
          .isEqualTo(one);
    }
  }

  @Test
  void winner_thatIsNotTheLeader_isWhatTheLeaderLooksMistypedFrom() {
    forRandomCustomers((records, _) -> {
      Map<SourceRecordId, OpenedRecord> byId =
          records.stream().collect(Collectors.toMap(one -> one.record().id(), Function.identity()));
      SourceRecordId leader =
          name(survivorship.leaders(records.stream().map(OpenedRecord::record).toList()));
      SourceRecordId winner = name(survivorship.winners(records));
      if (!leader.equals(winner)) {
        assertThat(spelling(opened(byId, leader)).isSlipOf(spelling(opened(byId, winner))))
            .isTrue();
        assertThat(Agreement.isStated(opened(byId, leader).record())).isFalse();
      }
    });
  }

  @Test
  void winner_whileLeaderAndElectorsStay_staysToo() {
    forRandomCustomers((records, random) -> {
      List<OpenedRecord> fewer = new ArrayList<>(records);
      fewer.remove(random.nextInt(fewer.size()));
      if (fewer.isEmpty()) {
        return;
      }
      List<SourceRecord> before = records.stream().map(OpenedRecord::record).toList();
      List<SourceRecord> after = fewer.stream().map(OpenedRecord::record).toList();
      boolean same =
          name(survivorship.leaders(before)).equals(name(survivorship.leaders(after)))
              && survivorship.electors(before).equals(survivorship.electors(after));
      if (same) {
        assertThat(name(survivorship.winners(fewer)))
            .isEqualTo(name(survivorship.winners(records)));
      }
    });
  }

  private static SourceRecordId name(List<Pointer> pointers) {
    return pointers.stream()
        .filter(pointer -> pointer.field() == PersonalField.FAMILY_NAME)
        .map(Pointer::record)
        .findFirst()
        .orElseThrow();
  }

  private static Spelling spelling(OpenedRecord record) {
    return Spelling.of(
        record.document(), SurvivorshipRule.DEFAULTS.getFirst().whole(record.record().fields()));
  }

  private static OpenedRecord opened(Map<SourceRecordId, OpenedRecord> byId, SourceRecordId id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private interface Check {
    void on(List<OpenedRecord> records, Random random);
  }

  private static void forRandomCustomers(Check check) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<OpenedRecord> records = new ArrayList<>();
      int count = 1 + random.nextInt(9);
      for (int id = 1; id <= count; id++) {
        records.add(Choice.random(random).record(id, random.nextInt(4)).opened());
      }
      check.on(records, random);
    }
  }

  private String winningName(Choice[] choices, List<Integer> arrival) {
    Map<SourceRecordId, String> names = new HashMap<>();
    List<OpenedRecord> records = new ArrayList<>();
    for (int i = 0; i < choices.length; i++) {
      OpenedRecord opened = choices[i].record(arrival.get(i), i).opened();
      records.add(opened);
      names.put(opened.record().id(), String.join(" ", spelling(opened).parts()));
    }
    return String.valueOf(names.get(name(survivorship.winners(records))));
  }

  /** What somebody once wrote. */
  private record Choice(int identity, String given, String family, Basis basis) {

    private static final List<String> GIVEN = List.of("Nabil", "Nabbil", "N.", "Mona");
    private static final List<String> FAMILY = List.of("Rahman", "Rahmna", "Rahmann", "Sari");

    static Choice random(Random random) {
      return new Choice(
          random.nextInt(6),
          GIVEN.get(random.nextInt(GIVEN.size())),
          FAMILY.get(random.nextInt(FAMILY.size())),
          random.nextBoolean() ? Basis.DECLARED : Basis.OBSERVED);
    }

    SampleRecord record(int id, int minute) {
      SampleRecord record =
          SampleRecord.record(id)
              .of(subject(identity))
              .basis(basis)
              .at(START.plusSeconds(minute * 60L))
              .with(PersonalField.GIVEN_NAME, given)
              .with(PersonalField.FAMILY_NAME, family);
      return identity == 5 ? record.from("counter", Channel.OTHER) : record;
    }
  }
}
