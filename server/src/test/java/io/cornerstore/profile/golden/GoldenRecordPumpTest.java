package io.cornerstore.profile.golden;

import static io.cornerstore.profile.SampleRecord.record;
import static io.cornerstore.profile.SampleRecord.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.GoldenChange;
import io.cornerstore.profile.GoldenField;
import io.cornerstore.profile.GoldenRecordChanged;
import io.cornerstore.profile.MemoryCustomers;
import io.cornerstore.profile.ProfileFixture;
import io.cornerstore.profile.SampleRecord;
import io.cornerstore.profile.survivorship.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenRecordPumpTest {

  private static final CustomerId ADA = MemoryCustomers.id(1);
  private static final CustomerId BEN = MemoryCustomers.id(2);

  private ProfileFixture fixture;

  @BeforeEach
  void open() {
    fixture = ProfileFixture.open();
    fixture
        .records()
        .add(
            record(1).with(PersonalField.EMAIL, "ada@example.org"),
            record(2)
                .of(subject(2))
                .basis(Basis.DECLARED)
                .with(PersonalField.EMAIL, "ben@example.org")
                .with(PersonalField.PHONE, "+442079460001"));
    fixture.customers().put(ADA, subject(1));
    fixture.customers().put(BEN, subject(2));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Map<PersonalField, SourceRecordId> stored(CustomerId customer) {
    GoldenStore.Golden golden = fixture.store().find(List.of(customer)).get(customer);
    return golden == null
        ? Map.of()
        : golden.pointers().stream().collect(Collectors.toMap(Pointer::field, Pointer::record));
  }

  private void catchUp() throws InterruptedException {
    fixture.pump().catchUp(_ -> {});
  }

  @Test
  void catchUp_newCustomers_storesPointersWithoutChangesOrEvents() throws InterruptedException {
    catchUp();
    assertThat(stored(ADA)).containsEntry(PersonalField.EMAIL, new SourceRecordId(1));
    assertThat(stored(BEN)).containsEntry(PersonalField.PHONE, new SourceRecordId(2));
    assertThat(fixture.events()).isEmpty();
    assertThat(fixture.store().changes(ADA, 9)).isEmpty();
    assertThat(fixture.pump().version()).isEqualTo(2);
  }

  @Test
  void catchUp_merge_notesTheChangeAndEndsTheOther() throws InterruptedException {
    catchUp();
    fixture.customers().merge(ADA, BEN);
    catchUp();
    assertThat(stored(ADA))
        .containsEntry(PersonalField.EMAIL, new SourceRecordId(2))
        .containsEntry(PersonalField.PHONE, new SourceRecordId(2));
    assertThat(stored(BEN)).isEmpty();
    FieldSet changed = FieldSet.of(List.of(PersonalField.EMAIL, PersonalField.PHONE));
    assertThat(fixture.events()).containsExactly(new GoldenRecordChanged(ADA, 3, changed));
    assertThat(fixture.store().changes(ADA, 9))
        .extracting(GoldenChange::fields)
        .containsExactly(changed);
  }

  private static SampleRecord named(long id, long subject, String family, String at) {
    return record(id)
        .of(subject(subject))
        .at(at)
        .with(PersonalField.GIVEN_NAME, "Nabil")
        .with(PersonalField.FAMILY_NAME, family);
  }

  @Test
  void catchUp_olderRecordThatMakesAnAgreement_notesTheName() throws InterruptedException {
    fixture
        .records()
        .add(
            named(20, 20, "Rahmna", "2026-03-01T00:00:00Z"),
            named(21, 21, "Rahman", "2026-02-01T00:00:00Z"));
    CustomerId nabil = MemoryCustomers.id(20);
    fixture.customers().put(nabil, subject(20), subject(21));
    catchUp();
    fixture.records().add(named(22, 22, "Rahman", "2025-02-01T00:00:00Z"));
    fixture.customers().put(nabil, subject(20), subject(21), subject(22));
    catchUp();
    assertThat(stored(nabil)).containsEntry(PersonalField.FAMILY_NAME, new SourceRecordId(20));
    assertThat(fixture.store().changes(nabil, 9))
        .extracting(GoldenChange::fields)
        .containsExactly(FieldSet.of(List.of(PersonalField.GIVEN_NAME, PersonalField.FAMILY_NAME)));
  }

  @Test
  void catchUp_undoneMerge_storesWhatWasBefore() throws InterruptedException {
    catchUp();
    Map<PersonalField, SourceRecordId> ada = stored(ADA);
    Map<PersonalField, SourceRecordId> ben = stored(BEN);
    fixture.customers().merge(ADA, BEN);
    catchUp();
    fixture.customers().put(ADA, subject(1));
    fixture.customers().put(BEN, subject(2));
    catchUp();
    assertThat(stored(ADA)).isEqualTo(ada);
    assertThat(stored(BEN)).isEqualTo(ben);
  }

  @Test
  void catchUp_nothingNew_writesNothing() throws InterruptedException {
    catchUp();
    List<Object> progress = new ArrayList<>();
    fixture.pump().catchUp(progress::add);
    assertThat(progress).isEmpty();
  }

  @Test
  void catchUp_moreThanABatch_storesAllAndTellsNobodyOneByOne() throws InterruptedException {
    for (int i = 10; i < 2_510; i++) {
      fixture
          .records()
          .add(record(i).of(subject(i)).with(PersonalField.EMAIL, "p" + i + "@example.org"));
      fixture.customers().put(MemoryCustomers.id(i), subject(i));
    }
    catchUp();
    for (int i = 10; i < 2_510; i++) {
      fixture
          .records()
          .add(
              record(10_000 + i)
                  .of(subject(i))
                  .at("2026-02-01T00:00:00Z")
                  .with(PersonalField.EMAIL, "q" + i + "@example.org"));
      fixture.customers().put(MemoryCustomers.id(i), subject(i));
    }
    catchUp();
    assertThat(fixture.jdbc().sql("select count(*) from profile.golden").query(Long.class).single())
        .isEqualTo(2_502);
    assertThat(
            fixture
                .jdbc()
                .sql("select count(*) from profile.golden_change")
                .query(Long.class)
                .single())
        .isEqualTo(2_500);
    assertThat(stored(MemoryCustomers.id(2_000)))
        .containsEntry(PersonalField.EMAIL, new SourceRecordId(12_000));
    assertThat(fixture.events().size()).isLessThan(100);
  }

  @Test
  void stored_pointersOfFieldsInAView_areTheOnesTheViewResolves() throws InterruptedException {
    fixture.customers().merge(ADA, BEN);
    catchUp();
    Map<PersonalField, SourceRecordId> shown =
        fixture
            .profiles()
            .view(ADA, ProfileFixture.CLERK, AccessPurpose.SERVICE)
            .orElseThrow()
            .fields()
            .stream()
            .collect(Collectors.toMap(GoldenField::field, field -> field.provenance().record()));
    assertThat(shown).isEqualTo(stored(ADA));
    Map<SourceRecordId, SourceRecord> records =
        fixture.records().of(List.of(subject(1), subject(2))).stream()
            .collect(Collectors.toMap(SourceRecord::id, Function.identity()));
    stored(ADA)
        .forEach((field, id) ->
            assertThat(records.get(id)).matches(record -> record.fields().has(field)));
  }

  @Test
  void batch_failingInTheMiddle_leavesNothing() {
    fixture.jdbc().sql("alter table profile.golden rename column rules to rules_away").update();
    try {
      fixture.pump().catchUp(_ -> {});
    } catch (Exception expected) {
      assertThat(expected).isInstanceOf(RuntimeException.class);
    }
    assertThat(fixture.pump().version()).isZero();
  }
}
