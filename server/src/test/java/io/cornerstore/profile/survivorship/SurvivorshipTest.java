package io.cornerstore.profile.survivorship;

import static io.cornerstore.profile.SampleRecord.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.Party;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.SampleRecord;
import io.cornerstore.profile.WinningRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {

  private static final long SEED = 20260722;

  private final Survivorship survivorship = new Survivorship(SurvivorshipRule.DEFAULTS);

  private Pointer winner(PersonalField field, SampleRecord... records) {
    List<SourceRecord> metadata = List.of(records).stream().map(SampleRecord::metadata).toList();
    return survivorship.leaders(Survivorship.current(metadata)).stream()
        .filter(pointer -> pointer.field() == field)
        .findFirst()
        .orElseThrow();
  }

  private static SampleRecord email(long id) {
    return record(id).with(PersonalField.EMAIL, "a" + id + "@example.org");
  }

  private static void assertWon(Pointer pointer, long record, WinningRule rule) {
    assertThat(pointer.record()).isEqualTo(new SourceRecordId(record));
    assertThat(pointer.rule()).isEqualTo(rule);
  }

  @Test
  void winner_oneRecord_isTheOnlyOne() {
    assertWon(winner(PersonalField.EMAIL, email(1)), 1, WinningRule.ONLY_RECORD);
  }

  @Test
  void winner_thirdPartyNewerAndDeclared_losesToOwnData() {
    Pointer won =
        winner(
            PersonalField.EMAIL,
            email(1).basis(Basis.INFERRED).trust(0),
            email(2).thirdParty().basis(Basis.DECLARED).trust(100).at("2026-06-01T00:00:00Z"));
    assertWon(won, 1, WinningRule.OWN_DATA);
  }

  @Test
  void winner_onlyThirdPartyHasField_wins() {
    Pointer won =
        winner(
            PersonalField.PHONE,
            email(1),
            record(2).thirdParty().with(PersonalField.PHONE, "+442079460001"));
    assertWon(won, 2, WinningRule.ONLY_RECORD);
  }

  @Test
  void winner_declaredOlder_beatsObservedNewer() {
    Pointer won =
        winner(
            PersonalField.EMAIL,
            email(1).basis(Basis.DECLARED),
            email(2).basis(Basis.OBSERVED).at("2026-06-01T00:00:00Z"));
    assertWon(won, 1, WinningRule.BASIS);
  }

  @Test
  void winner_sameBasis_isTheNewer() {
    Pointer won =
        winner(PersonalField.EMAIL, email(1).at("2026-06-01T00:00:00Z"), email(2).trust(90));
    assertWon(won, 1, WinningRule.NEWER);
  }

  @Test
  void winner_sameTime_isTheMoreTrusted() {
    assertWon(winner(PersonalField.EMAIL, email(1).trust(60), email(2)), 1, WinningRule.TRUST);
  }

  @Test
  void winner_nothingTellsApart_isTheLaterEntry() {
    assertWon(winner(PersonalField.EMAIL, email(1), email(2)), 2, WinningRule.LATEST_ENTRY);
  }

  @Test
  void winner_doubtfulValue_isNotEvenACandidate() {
    Pointer won =
        winner(
            PersonalField.EMAIL,
            email(1).basis(Basis.INFERRED),
            record(2)
                .basis(Basis.DECLARED)
                .with(PersonalField.EMAIL, "not an address", Quality.DOUBTFUL));
    assertWon(won, 1, WinningRule.ONLY_RECORD);
  }

  @Test
  void current_supersededVersionAndVanishedItem_areOut() {
    List<SourceRecord> current =
        Survivorship.current(
            List.of(
                email(1).item(1).at("2026-03-01T00:00:00Z").metadata(),
                email(2).item(1).late().at("2026-02-01T00:00:00Z").metadata(),
                email(3).item(2).metadata(),
                record(4).item(2).gone().at("2026-02-01T00:00:00Z").metadata(),
                email(5).metadata()));
    assertThat(current).extracting(one -> one.id().value()).containsExactly(1L, 5L);
  }

  @Test
  void current_itemThatCameBack_counts() {
    List<SourceRecord> current =
        Survivorship.current(
            List.of(
                email(1).item(1).metadata(),
                record(2).item(1).gone().at("2026-02-01T00:00:00Z").metadata(),
                email(3).item(1).at("2025-03-01T00:00:00Z").metadata()));
    assertThat(current).extracting(one -> one.id().value()).containsExactly(3L);
  }

  @Test
  void address_newerWithoutStreet_losesToTheWholeOne() {
    SampleRecord whole =
        record(1)
            .with(PersonalField.STREET_ADDRESS, "1 Mill Lane")
            .with(PersonalField.LOCALITY, "Bridgeford")
            .with(PersonalField.POSTAL_CODE, "ZZ1 1AA");
    SampleRecord part =
        record(2)
            .basis(Basis.DECLARED)
            .at("2026-06-01T00:00:00Z")
            .with(PersonalField.POSTAL_CODE, "ZZ9 9ZZ")
            .with(PersonalField.COUNTRY, "GB");
    assertWon(winner(PersonalField.POSTAL_CODE, whole, part), 1, WinningRule.COMPLETENESS);
    assertThat(survivorship.leaders(List.of(whole.metadata(), part.metadata())))
        .noneMatch(pointer -> pointer.field() == PersonalField.COUNTRY);
  }

  @Test
  void name_initialsOnlyWithoutFamilyName_losesToTheWholeOne() {
    SampleRecord whole =
        record(1).with(PersonalField.GIVEN_NAME, "Ada").with(PersonalField.FAMILY_NAME, "Hale");
    SampleRecord part =
        record(2).at("2026-06-01T00:00:00Z").with(PersonalField.GIVEN_NAME, "Adelaide");
    assertWon(winner(PersonalField.GIVEN_NAME, whole, part), 1, WinningRule.COMPLETENESS);
  }

  @Test
  void winners_anyOrderOfRecords_areTheSame() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      List<SourceRecord> records = randomRecords(random, 1 + random.nextInt(12));
      List<Pointer> winners = survivorship.leaders(Survivorship.current(records));
      Collections.shuffle(records, random);
      assertThat(survivorship.leaders(Survivorship.current(records)))
          .as("round %d of seed %d", round, SEED)
          .isEqualTo(winners);
    }
  }

  @Test
  void winners_randomRecords_agreeWithSortingByTheDocumentedOrder() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      List<SourceRecord> records = randomRecords(random, 1 + random.nextInt(12));
      List<SourceRecord> current = Survivorship.current(records);
      Map<PersonalField, SourceRecordId> expected = new EnumMap<>(PersonalField.class);
      for (SurvivorshipRule rule : SurvivorshipRule.DEFAULTS) {
        current.stream()
            .filter(record -> rule.fields().fields().stream().anyMatch(record.fields()::has))
            .min(documented(rule))
            .ifPresent(best ->
                rule.fields().fields().stream()
                    .filter(best.fields()::has)
                    .forEach(field -> expected.put(field, best.id())));
      }
      assertThat(
              survivorship.leaders(current).stream()
                  .collect(Collectors.toMap(Pointer::field, Pointer::record)))
          .as("round %d of seed %d", round, SEED)
          .isEqualTo(expected);
    }
  }

  private static Comparator<SourceRecord> documented(SurvivorshipRule rule) {
    return Comparator.comparing(SourceRecord::party)
        .thenComparingInt(record -> rule.missing(record.fields()))
        .thenComparing(SourceRecord::basis)
        .thenComparing(SourceRecord::occurredAt, Comparator.reverseOrder())
        .thenComparing(SourceRecord::trust, Comparator.reverseOrder())
        .thenComparing(SourceRecord::id, Comparator.reverseOrder());
  }

  @Test
  void winners_withOwnData_areNeverThirdParty() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      List<SourceRecord> current =
          Survivorship.current(randomRecords(random, 1 + random.nextInt(12)));
      Map<SourceRecordId, SourceRecord> byId =
          current.stream().collect(Collectors.toMap(SourceRecord::id, one -> one));
      for (Pointer pointer : survivorship.leaders(current)) {
        SourceRecord winner = byId.get(pointer.record());
        boolean own =
            current.stream()
                .anyMatch(
                    one -> one.party() == Party.FIRST_PARTY && one.fields().has(pointer.field()));
        assertThat(own && Objects.requireNonNull(winner).party() == Party.THIRD_PARTY)
            .as("%s in round %d of seed %d", pointer.field(), round, SEED)
            .isFalse();
      }
    }
  }

  @Test
  void winners_addressAndName_comeFromOneRecordEach() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      List<Pointer> winners =
          survivorship.leaders(Survivorship.current(randomRecords(random, 1 + random.nextInt(12))));
      for (PersonalField group : List.of(PersonalField.STREET_ADDRESS, PersonalField.NAME)) {
        Set<PersonalField> together = survivorship.together(group).fields();
        assertThat(
                winners.stream()
                    .filter(pointer -> together.contains(pointer.field()))
                    .map(Pointer::record)
                    .distinct()
                    .count())
            .isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void ranking_randomRecords_isATotalOrder() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<SourceRecord> three = randomRecords(random, 3);
      Comparator<SourceRecord> ranking =
          survivorship.ranking(
              PersonalField.values()[random.nextInt(PersonalField.values().length)]);
      SourceRecord a = three.get(0);
      SourceRecord b = three.get(1);
      SourceRecord c = three.get(2);
      assertThat(Integer.signum(ranking.compare(a, b)))
          .isEqualTo(-Integer.signum(ranking.compare(b, a)))
          .isNotZero();
      if (ranking.compare(a, b) < 0 && ranking.compare(b, c) < 0) {
        assertThat(ranking.compare(a, c)).isNegative();
      }
    }
  }

  @Test
  void rules_withoutAField_areRefused() {
    List<SurvivorshipRule> few = SurvivorshipRule.DEFAULTS.subList(1, 4);
    assertThatThrownBy(() -> new Survivorship(few))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("instead of one");
  }

  @Test
  void rule_thatLetsBoughtInDataWin_isRefused() {
    assertThatThrownBy(() ->
            new SurvivorshipRule(
                FieldSet.of(List.of(PersonalField.EMAIL)),
                List.of(),
                List.of(Criterion.FRESHNESS),
                false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PARTY");
  }

  @Test
  void rule_thatComparesNothing_letsNoSlipYield() {
    assertThatThrownBy(() ->
            new SurvivorshipRule(
                FieldSet.of(List.of(PersonalField.EMAIL)),
                List.of(),
                List.of(Criterion.PARTY),
                true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wholes");
  }

  private static List<SourceRecord> randomRecords(Random random, int count) {
    List<SourceRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SampleRecord sample =
          record(i + 1L)
              .trust(50 + random.nextInt(2))
              .basis(Basis.values()[random.nextInt(4)])
              .at(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(3)));
      if (random.nextInt(3) == 0) {
        sample.thirdParty();
      }
      if (random.nextInt(3) == 0) {
        sample.item(random.nextInt(3));
      }
      if (random.nextInt(8) == 0) {
        sample.gone();
      } else {
        for (PersonalField field : PersonalField.values()) {
          if (random.nextInt(3) == 0) {
            sample.with(field, "x", random.nextInt(5) == 0 ? Quality.DOUBTFUL : Quality.VALID);
          }
        }
      }
      records.add(sample.metadata());
    }
    return records;
  }
}
