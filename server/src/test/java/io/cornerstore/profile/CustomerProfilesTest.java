package io.cornerstore.profile;

import static io.cornerstore.profile.ProfileFixture.CLERK;
import static io.cornerstore.profile.ProfileFixture.MARKETER;
import static io.cornerstore.profile.SampleRecord.record;
import static io.cornerstore.profile.SampleRecord.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.audit.RecordedEntry;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.Quality;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerProfilesTest {

  private static final CustomerId ADA = MemoryCustomers.id(1);
  private static final CustomerId ALSO_ADA = MemoryCustomers.id(2);

  private ProfileFixture fixture;

  @BeforeEach
  void open() {
    fixture = ProfileFixture.open();
    fixture
        .records()
        .add(
            record(1)
                .from("crm", Channel.WEB_FORM)
                .basis(Basis.DECLARED)
                .with(PersonalField.GIVEN_NAME, "Ada")
                .with(PersonalField.FAMILY_NAME, "Hale")
                .with(PersonalField.EMAIL, "ada@example.org")
                .with(PersonalField.COUNTRY, "GB"),
            record(2)
                .of(subject(2))
                .from("shop", Channel.WEB_ORDER)
                .with(PersonalField.GIVEN_NAME, "A")
                .with(PersonalField.FAMILY_NAME, "Hale")
                .with(PersonalField.EMAIL, "hale@example.com")
                .happened(InteractionType.PURCHASE)
                .order("W-1")
                .bought("S1", 1, "4.00", "Tea"));
    fixture.customers().put(ADA, subject(1));
    fixture.customers().put(ALSO_ADA, subject(2));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private CustomerView view(CustomerId id) {
    return fixture.profiles().view(id, CLERK, AccessPurpose.SERVICE).orElseThrow();
  }

  private static GoldenField field(CustomerView view, PersonalField field) {
    return view.find(field).orElseThrow();
  }

  @Test
  void view_mergedCustomer_showsWinnersAlternativesAndWhy() {
    fixture.customers().merge(ADA, ALSO_ADA);
    CustomerView view = view(ADA);
    assertThat(view.displayName()).isEqualTo(ShownValue.open("Ada Hale"));
    GoldenField email = field(view, PersonalField.EMAIL);
    assertThat(email.value().text()).isEqualTo("ada@example.org");
    assertThat(email.rule()).isEqualTo(WinningRule.BASIS);
    assertThat(email.provenance().record()).isEqualTo(new SourceRecordId(1));
    assertThat(email.alternatives())
        .extracting(one -> one.value().text())
        .containsExactly("hale@example.com");
    assertThat(field(view, PersonalField.FAMILY_NAME).rule()).isEqualTo(WinningRule.UNANIMOUS);
    assertThat(field(view, PersonalField.FAMILY_NAME).agreeing()).isEqualTo(2);
    assertThat(field(view, PersonalField.COUNTRY).rule()).isEqualTo(WinningRule.ONLY_RECORD);
    assertThat(view.sources())
        .extracting(one -> one.source().code())
        .containsExactly("crm", "shop");
    assertThat(view.recent().items()).hasSize(1);
    assertThat(view.behaviour().zone().getId()).isEqualTo("Europe/London");
  }

  @Test
  void view_newestNameMistyped_showsWhatOthersAgreeOnAndWhy() {
    fixture
        .records()
        .add(
            record(20)
                .of(subject(2))
                .at("2026-02-01T00:00:00Z")
                .with(PersonalField.GIVEN_NAME, "Ada")
                .with(PersonalField.FAMILY_NAME, "Hale"),
            record(21)
                .of(subject(3))
                .basis(Basis.DECLARED)
                .at("2026-03-01T00:00:00Z")
                .with(PersonalField.GIVEN_NAME, "Ada")
                .with(PersonalField.FAMILY_NAME, "Hael"));
    fixture.customers().put(ADA, subject(1), subject(2), subject(3));
    GoldenField family = field(view(ADA), PersonalField.FAMILY_NAME);
    assertThat(family.value().text()).isEqualTo("Hale");
    assertThat(family.rule()).isEqualTo(WinningRule.AGREEMENT);
    assertThat(family.agreeing()).isEqualTo(3);
    assertThat(family.alternatives()).extracting(one -> one.value().text()).containsExactly("Hael");
    assertThat(view(ADA).displayName()).isEqualTo(ShownValue.open("Ada Hale"));
  }

  @Test
  void view_idThatWasMergedAway_answersWithTheSurvivor() {
    fixture.customers().merge(ADA, ALSO_ADA);
    assertThat(view(ALSO_ADA).id()).isEqualTo(ADA);
    assertThat(view(ALSO_ADA)).isEqualTo(view(ADA));
  }

  @Test
  void view_afterUndoOfAMerge_equalsTheOneBefore() {
    CustomerView before = view(ADA);
    fixture.customers().merge(ADA, ALSO_ADA);
    assertThat(view(ADA).fields()).isNotEqualTo(before.fields());
    fixture.customers().put(ADA, subject(1));
    fixture.customers().put(ALSO_ADA, subject(2));
    CustomerView after = view(ADA);
    assertThat(after.fields()).isEqualTo(before.fields());
    assertThat(after.recent()).isEqualTo(before.recent());
    assertThat(after.behaviour()).isEqualTo(before.behaviour());
    assertThat(after.displayName()).isEqualTo(before.displayName());
  }

  @Test
  void view_recordThatJustArrived_isThereBeforeThePumpRan() throws InterruptedException {
    fixture.pump().catchUp(_ -> {});
    fixture
        .records()
        .add(
            record(9)
                .basis(Basis.DECLARED)
                .with(PersonalField.EMAIL, "new@example.org")
                .at("2026-05-01T00:00:00Z"));
    assertThat(field(view(ADA), PersonalField.EMAIL).value().text()).isEqualTo("new@example.org");
  }

  @Test
  void view_onlyDoubtfulValue_isShownAsSuchAndLosesToAnyOther() {
    fixture.records().add(record(9).with(PersonalField.PHONE, "12", Quality.DOUBTFUL));
    assertThat(field(view(ADA), PersonalField.PHONE).rule()).isEqualTo(WinningRule.DOUBTFUL);
    fixture
        .records()
        .add(
            record(10)
                .thirdParty()
                .with(PersonalField.PHONE, "+442079460001")
                .at("2020-01-01T00:00:00Z"));
    GoldenField phone = field(view(ADA), PersonalField.PHONE);
    assertThat(phone.value().text()).isEqualTo("+442079460001");
    assertThat(phone.alternatives()).hasSize(1).allMatch(GoldenField.Alternative::doubtful);
  }

  @Test
  void view_purposeThatOpensNoNames_masksValuesButNotBehaviour() {
    CustomerView view =
        fixture.profiles().view(ALSO_ADA, MARKETER, AccessPurpose.ANALYSIS).orElseThrow();
    assertThat(view.displayName().masked()).isTrue();
    assertThat(view.fields()).allMatch(field -> field.value().masked());
    assertThat(view.masked().has(PersonalField.EMAIL)).isTrue();
    assertThat(view.recent().items()).allMatch(entry -> entry.order() == null);
    assertThat(view.behaviour().purchases()).isEqualTo(1);
    List<CustomerSummary> lines =
        fixture.profiles().summaries(List.of(ALSO_ADA), MARKETER, AccessPurpose.ANALYSIS);
    assertThat(lines.getFirst().displayName().masked()).isTrue();
    assertThat(String.valueOf(lines)).doesNotContain("Hale");
  }

  @Test
  void view_purposeNotHeld_isRefusedAndLeavesNoRow() {
    assertThatThrownBy(() -> fixture.profiles().view(ADA, MARKETER, AccessPurpose.SERVICE))
        .isInstanceOf(AccessDeniedProblem.class);
    assertThat(fixture.auditRows()).isZero();
  }

  @Test
  void view_unknownCustomer_isEmpty() {
    assertThat(fixture.profiles().view(MemoryCustomers.id(99), CLERK, AccessPurpose.SERVICE))
        .isEmpty();
  }

  @Test
  void view_recordsCannotBeOpened_rollsTheAuditRowBack() {
    fixture.records().breakDown();
    assertThatThrownBy(() -> view(ADA)).isInstanceOf(IllegalStateException.class);
    assertThat(fixture.auditRows()).isZero();
  }

  @Test
  void view_auditRowCannotBeWritten_givesNoAnswer() {
    fixture.jdbc().sql("alter table audit.entry rename to entry_away").update();
    assertThatThrownBy(() -> view(ADA)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void accessLog_afterMerge_hasReadingsOfBothSides() {
    view(ADA);
    view(ALSO_ADA);
    fixture.customers().merge(ADA, ALSO_ADA);
    List<RecordedEntry> log = fixture.profiles().accessLog(ADA, 10, CLERK, AccessPurpose.SERVICE);
    assertThat(log)
        .extracting(row -> row.entry().action())
        .containsExactly("profile.access-log", "profile.view", "profile.view");
    assertThat(log).allMatch(row -> row.entry().actor().startsWith("staff:"));
  }

  @Test
  void summaries_keepTheOrderAskedForAndHideContacts() {
    List<CustomerSummary> lines =
        fixture
            .profiles()
            .summaries(
                List.of(ALSO_ADA, MemoryCustomers.id(99), ADA), CLERK, AccessPurpose.SERVICE);
    assertThat(lines).extracting(CustomerSummary::id).containsExactly(ALSO_ADA, ADA);
    assertThat(lines.getLast().email()).isEqualTo(ShownValue.masked("a•••@example.org"));
    assertThat(lines.getFirst().purchases()).isEqualTo(1);
    assertThat(fixture.auditRows()).isEqualTo(1);
  }

  @Test
  void timeline_pagesByCursor() {
    for (int i = 10; i < 35; i++) {
      fixture.records().add(record(i).happened(InteractionType.VISIT).at("2026-03-01T00:00:00Z"));
    }
    Page<TimelineEntry> first =
        fixture
            .profiles()
            .timeline(ADA, TimelineFilter.ALL, null, 20, CLERK, AccessPurpose.SERVICE);
    Page<TimelineEntry> second =
        fixture
            .profiles()
            .timeline(ADA, TimelineFilter.ALL, first.next(), 20, CLERK, AccessPurpose.SERVICE);
    assertThat(first.items()).hasSize(20);
    assertThat(second.items()).hasSize(5);
    assertThat(second.next()).isNull();
  }

  @Test
  void texts_ofEverythingShown_carryNoValue() {
    fixture.customers().merge(ADA, ALSO_ADA);
    CustomerView view = view(ADA);
    String printed =
        view
            + " "
            + view.fields()
            + view.recent()
            + view.sources()
            + view.behaviour()
            + view.displayName();
    assertThat(printed).doesNotContain("Hale").doesNotContain("example.org").doesNotContain("W-1");
  }
}
