package io.cornerstore.identity.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.identity.MemoryLog;
import io.cornerstore.identity.MemoryLogs;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.linkage.StrongId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubjectFeaturesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");

  private final MemoryLog log = MemoryLogs.empty();

  private SubjectFeatures features() {
    return features(log.entries());
  }

  private static SubjectFeatures features(List<OpenedRecord> records) {
    SubjectFeatures features = SubjectFeatures.NONE;
    for (OpenedRecord opened : records) {
      features = features.with(opened);
    }
    return features;
  }

  private LinkageRecord compared() {
    return LinkageRecords.of(SubjectKind.PERSON, 1, features());
  }

  @Test
  void with_severalEvents_newestNameWinsAndThreeMailsStay() {
    for (int i = 1; i <= 5; i++) {
      log.about("crm", "1").named("Ada" + i, "Quill").mail(i + "@example.org").add();
    }

    assertThat(compared().givenName()).isEqualTo("Ada5");
    assertThat(compared().emails())
        .containsExactly("5@example.org", "4@example.org", "3@example.org");
    assertThat(features().contributions()).hasSize(3);
  }

  @Test
  void with_oldEventThatAloneKnowsTheBirthDate_keepsIt() {
    log.about("crm", "1").born("1980-05-17").add();
    for (int i = 0; i < 20; i++) {
      log.about("crm", "1").mail(i + "@example.org").add();
    }

    assertThat(compared().birthDate()).isNotNull();
  }

  @Test
  void with_newVersionOfItem_replacesTheOld() {
    log.about("crm", "1").version("row", MONDAY).named("Ada", "Quill").mail("a@example.org").add();
    log.about("crm", "1").version("row", TUESDAY).named("Ada", "Stone").add();

    assertThat(compared().familyName()).isEqualTo("Stone");
    assertThat(compared().emails()).isEmpty();
  }

  @Test
  void with_olderVersionOfItemArrivingLate_changesNothing() {
    log.about("crm", "1").version("row", TUESDAY).named("Ada", "Stone").add();
    SubjectFeatures before = features();
    log.about("crm", "1").version("row", MONDAY).named("Ada", "Quill").add();

    assertThat(features()).isEqualTo(before);
  }

  @Test
  void with_itemGone_forgetsItsValuesAndLateVersions() {
    log.about("crm", "1").version("row", MONDAY).named("Ada", "Quill").add();
    log.about("crm", "1").version("row", TUESDAY).gone().add();
    log.about("crm", "1").version("row", MONDAY).named("Ada", "Quill").add();

    assertThat(features().isEmpty()).isTrue();
    assertThat(compared().familyName()).isEmpty();
  }

  @Test
  void with_itemGone_bringsBackWhatAnEventSaid() {
    log.about("crm", "1").named("Ada", "Quill").add();
    log.about("crm", "1").version("row", MONDAY).named("Ada", "Stone").add();
    log.about("crm", "1").version("row", TUESDAY).gone().add();

    assertThat(compared().familyName()).isEqualTo("Quill");
  }

  @Test
  void externalIds_ofTwoKinds_areNotComparable() {
    log.about("crm", "1")
        .with(PersonalField.LOYALTY_CARD, "A:17")
        .with(PersonalField.EXTERNAL_ID, "PARTNER-NO:77")
        .with(PersonalField.EXTERNAL_ID, "TAX-NO:77")
        .with(PersonalField.EXTERNAL_ID, "77")
        .add();

    assertThat(compared().strongIds())
        .containsExactlyInAnyOrder(
            new StrongId("loyalty-card", "A:17"),
            new StrongId("external-id:PARTNER-NO", "77"),
            new StrongId("external-id:TAX-NO", "77"),
            new StrongId("external-id", "77"));
  }

  @Test
  void with_doubtfulValue_isNoEvidence() {
    log.about("crm", "1").withDoubtful(PersonalField.EMAIL, "ada(at)example.org").add();

    assertThat(features()).isSameAs(SubjectFeatures.NONE);
  }

  @Test
  void with_recordsInAnyOrder_givesTheSame() {
    Random random = new Random(4);
    for (int i = 0; i < 40; i++) {
      var entry = log.about("crm", "1");
      if (random.nextInt(3) == 0) {
        entry.version("row" + random.nextInt(2), MONDAY.plusSeconds(random.nextInt(9)));
      }
      if (random.nextBoolean()) {
        entry.named("Ada" + random.nextInt(4), "Quill" + random.nextInt(3));
      }
      if (random.nextBoolean()) {
        entry.mail(random.nextInt(6) + "@example.org");
      }
      entry.phone("+1202555010" + random.nextInt(6)).add();
    }
    SubjectFeatures expected = features();
    for (int run = 0; run < 50; run++) {
      List<OpenedRecord> shuffled = new ArrayList<>(log.entries());
      Collections.shuffle(shuffled, random);
      assertThat(features(shuffled)).isEqualTo(expected);
    }
  }

  @Test
  void codec_roundTrip_losesNothing() {
    log.about("crm", "1").version("row", MONDAY).named("Åsa", "Łukasik").born("1980").add();
    log.about("crm", "1").at("1 High Street", "Exampleton", "EX1 1AA").mail("a@example.org").add();
    log.about("crm", "1").version("row", TUESDAY).gone().add();

    assertThat(FeatureCodec.decode(FeatureCodec.encode(features()))).isEqualTo(features());
  }

  @Test
  void of_organizationWithNameInOnePiece_isNotTakenApart() {
    log.about("crm", "1").with(PersonalField.NAME, "Quill & Stone Ltd").add();

    LinkageRecord shop = LinkageRecords.of(SubjectKind.ORGANIZATION, 1, features());

    assertThat(shop.kind()).isEqualTo(Kind.ORGANIZATION);
    assertThat(shop.organization()).isEqualTo("Quill & Stone Ltd");
    assertThat(shop.familyName()).isEmpty();
  }

  @Test
  void of_personWithNameInOnePiece_isTakenApart() {
    log.about("crm", "1").with(PersonalField.NAME, "Quill, Ada Mary").add();

    assertThat(compared().givenName()).isEqualTo("Ada");
    assertThat(compared().additionalName()).isEqualTo("Mary");
    assertThat(compared().familyName()).isEqualTo("Quill");
  }

  @Test
  void toString_ofFeatures_showsNoValue() {
    log.about("crm", "1").named("Ada", "Quill").add();

    assertThat(features() + " " + features().contributions()).doesNotContain("Ada", "Quill");
  }
}
